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
 * @param variables of its environment, beside those that all commands have
 * @param budget what {@code benchmarks.yml} grants it
 */
public record TimedCommand(
        String name, List<String> words, Map<String, String> parameters, Map<String, String> variables, Budget budget) {
    public TimedCommand {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The same with another name. */
    public TimedCommand named(String other) {
        return new TimedCommand(other, words, parameters, variables, budget);
    }

    /** The same, started in another way. */
    public TimedCommand started(List<String> otherWords, Map<String, String> more) {
        return new TimedCommand(name, otherWords, parameters, more, budget);
    }

    /** One without parameters and budget. */
    public TimedCommand(String name, List<String> words) {
        this(name, words, Map.of(), Map.of(), Budget.NONE);
    }
}
