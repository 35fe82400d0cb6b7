package dev.perfagent.threshold;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code benchmarks.yml}, checked.
 *
 * @param baselineDate when the baseline figures were taken, as written
 * @param baselineVersion the application's version they were taken with, as written
 * @param commands budget by command name
 */
public record Benchmarks(
        @Nullable String baselineDate,
        @Nullable String baselineVersion,
        Map<String, Budget> commands,
        List<Scenario> scenarios) {
    /** No budgets at all. */
    public static final Benchmarks NONE = new Benchmarks(null, null, Map.of(), List.of());

    public Benchmarks {
        commands = Map.copyOf(commands);
        scenarios = List.copyOf(scenarios);
    }

    /** The same with that limit of a command in place of its own. */
    public Benchmarks with(String command, Limit limit, double value) {
        Budget budget = budget(command);
        Map<Limit, Double> limits = new EnumMap<>(Limit.class);
        limits.putAll(budget.limits());
        limits.put(limit, value);
        Map<String, Budget> all = new HashMap<>(commands);
        all.put(command, new Budget(limits, budget.phases(), budget.run()));
        return new Benchmarks(baselineDate, baselineVersion, all, scenarios);
    }

    /** The budget of that command; {@link Budget#NONE} when it has none. */
    public Budget budget(String command) {
        Budget budget = commands.get(command);
        return budget == null ? Budget.NONE : budget;
    }
}
