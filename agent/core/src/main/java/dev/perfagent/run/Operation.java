package dev.perfagent.run;

/**
 * A logical API operation, named by rule.
 *
 * @param count calls of the operation
 * @param requests HTTP requests sent inside it
 */
public record Operation(String name, long count, long requests, double ms, double maxMs) {}
