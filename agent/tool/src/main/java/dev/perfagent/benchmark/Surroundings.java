package dev.perfagent.benchmark;

import java.io.File;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is around the commands that are timed.
 *
 * @param directory where they are started; null for the current one
 * @param input a file with their standard input; null for an empty one
 * @param showOutput whether what they print is shown; else it is dropped
 * @param environment all of their variables
 */
public record Surroundings(
        @Nullable File directory, @Nullable File input, boolean showOutput, Map<String, String> environment) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
