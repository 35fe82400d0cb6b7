package dev.perfagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All that is wrong with one file. */
final class Problems {
    private final String path;
    private final List<Problem> problems = new ArrayList<>();

    /** @param path the file's path as it is to be shown */
    Problems(String path) {
        this.path = path;
    }

    void add(Position position, String message) {
        problems.add(new Problem(position, message));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** How many there are so far. When reading a section leaves it unchanged, the section is valid. */
    int count() {
        return problems.size();
    }

    /** All problems as lines, in the file's order; one that an alias repeats is reported once. */
    List<String> lines() {
        if (problems.isEmpty()) {
            return List.of();
        }
        Collections.sort(problems, (left, right) -> {
            int order = left.position().compareTo(right.position());
            return order == 0 ? left.message().compareTo(right.message()) : order;
        });
        List<String> lines = new ArrayList<>(problems.size());
        String last = "";
        for (Problem problem : problems) {
            String line = Quoted.path(path) + ":" + problem.position().line() + ":"
                    + problem.position().column() + ": " + problem.message();
            if (!line.equals(last)) {
                lines.add(line);
            }
            last = line;
        }
        return lines;
    }
}
