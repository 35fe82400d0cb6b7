package com.example.ghpm.task;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All tasks of a project, the most pressing one first.
 *
 * @param index kept with the board: whoever adds a task asks it for tasks that read the same
 */
public record TaskBoard(List<ScoredTask> ranked, WordIndex index) {
    public TaskBoard {
        ranked = List.copyOf(ranked);
    }

    public SortedMap<String, List<ScoredTask>> byRepository() {
        return groupedBy(scored -> scored.task().repository());
    }

    /** By login; nobody's tasks under the empty one. */
    public SortedMap<String, List<ScoredTask>> byAssignee() {
        return groupedBy(scored -> scored.task().assignee());
    }

    private SortedMap<String, List<ScoredTask>> groupedBy(Function<ScoredTask, String> key) {
        Map<String, List<ScoredTask>> groups = ranked.stream().collect(Collectors.groupingBy(key));
        return new TreeMap<>(groups);
    }
}
