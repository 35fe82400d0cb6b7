package com.example.ghpm.task;

import java.util.List;

/**
 * A piece of work: an open issue, without what the network wraps around it.
 *
 * @param repository the repository's name without its owner
 * @param assignee the login of who works on it, empty for nobody
 */
public record Task(String repository, int number, String title, String assignee, List<String> labels, int comments) {
    public Task {
        labels = List.copyOf(labels);
    }

    /** How people refer to it. */
    public String reference() {
        return repository + "#" + number;
    }

    public boolean assigned() {
        return !assignee.isEmpty();
    }
}
