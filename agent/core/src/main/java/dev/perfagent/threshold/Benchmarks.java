package dev.perfagent.threshold;

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

    /** The budget of that command; {@link Budget#NONE} when it has none. */
    public Budget budget(String command) {
        Budget budget = commands.get(command);
        return budget == null ? Budget.NONE : budget;
    }
}
