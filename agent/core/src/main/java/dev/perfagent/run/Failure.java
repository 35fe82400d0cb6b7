package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * The exception a command ended with.
 *
 * @param type class name
 * @param message redacted: it may hold no secret
 */
public record Failure(String type, @Nullable String message) {}
