package com.example.ghpm;

import com.example.ghpm.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHRepository;

/**
 * All that was fetched of a project.
 *
 * @param issues by task, in the order in which the server sent them
 * @param labels by repository: the descriptions of its labels, by label
 * @param people names by login
 */
record ProjectData(
        List<GHRepository> repositories,
        Map<Task, GHIssue> issues,
        Map<String, Map<String, String>> labels,
        Map<String, String> people) {
    ProjectData {
        repositories = List.copyOf(repositories);
        issues = new LinkedHashMap<>(issues);
        labels = Map.copyOf(labels);
        people = Map.copyOf(people);
    }
}
