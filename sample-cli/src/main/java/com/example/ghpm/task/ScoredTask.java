package com.example.ghpm.task;

/**
 * A task and its place in the ranking.
 *
 * @param score the higher the more pressing
 * @param similar how many other tasks read much the same
 */
public record ScoredTask(Task task, int score, int similar) {}
