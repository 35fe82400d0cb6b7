package com.example.ghpm.task;

import java.util.Map;

/** How pressing a task is: higher goes first. */
final class Score {
    private static final int PRIORITY = 10;
    private static final int SIZE = 3;
    private static final int AREA = 2;
    private static final int BLOCKED = -15;

    /** Past this a discussion says no more about how pressing a task is. */
    private static final int MOST_COMMENTS = 10;

    private Score() {}

    /**
     * The score of a task.
     *
     * @param weights by field: the weight of the option that the task has
     */
    static int of(Task task, Map<String, Integer> weights) {
        int score = PRIORITY * weights.getOrDefault("priority", 0)
                + SIZE * weights.getOrDefault("size", 0)
                + AREA * weights.getOrDefault("area", 0)
                + Math.min(MOST_COMMENTS, task.comments());
        return task.labels().contains("blocked") ? score + BLOCKED : score;
    }
}
