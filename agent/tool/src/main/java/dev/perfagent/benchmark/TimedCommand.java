package dev.perfagent.benchmark;

import dev.perfagent.threshold.Budget;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command that is timed.
 *
 * @param name as it is shown: the command of {@code benchmarks.yml}, else the command line
 * @param words program and arguments
 * @param parameters values that were put in for this one; empty without parameters
 * @param budget what {@code benchmarks.yml} grants it
 */
public record TimedCommand(String name, List<String> words, Map<String, String> parameters, Budget budget) {
    public TimedCommand {
        words = List.copyOf(words);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** One without parameters and budget. */
    public TimedCommand(String name, List<String> words) {
        this(name, words, Map.of(), Budget.NONE);
    }
}
