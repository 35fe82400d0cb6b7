package com.example.ghpm.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts tasks in order. */
public final class Ranking {
    private static final Comparator<ScoredTask> MOST_PRESSING_FIRST = Comparator.comparingInt(ScoredTask::score)
            .reversed()
            .thenComparing(scored -> scored.task().repository())
            .thenComparing(scored -> scored.task().number());

    private Ranking() {}

    public static TaskBoard of(List<Task> tasks, FieldDefinitions fields, WordIndex index) {
        Map<Task, Map<String, Integer>> weights = weights(tasks, fields);
        tasks.forEach(task -> index.add(task.title()));
        var ranked = new ArrayList<ScoredTask>();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            ranked.add(new ScoredTask(task, Score.of(task, weights.getOrDefault(task, Map.of())), index.similarTo(i)));
        }
        ranked.sort(MOST_PRESSING_FIRST);
        return new TaskBoard(ranked, index);
    }

    /** Goes through the tasks once for their first labels, then for their second ones: alike labels come close together. */
    private static Map<Task, Map<String, Integer>> weights(List<Task> tasks, FieldDefinitions fields) {
        var weights = new LinkedHashMap<Task, Map<String, Integer>>();
        int most = tasks.stream().mapToInt(task -> task.labels().size()).max().orElse(0);
        for (int position = 0; position < most; position++) {
            for (Task task : tasks) {
                if (position < task.labels().size()) {
                    FieldDefinition definition =
                            fields.definition(task.repository(), task.labels().get(position));
                    weights.computeIfAbsent(task, any -> new HashMap<>())
                            .merge(definition.field(), definition.weight(), Math::max);
                }
            }
        }
        return weights;
    }
}
