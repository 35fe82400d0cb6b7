package dev.perfagent.threshold;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.Run;
import dev.perfagent.run.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits on time. One alert a command at most, the hardest fact first: the fixed maximum, which is the user's own word and
 * told at once; then a scenario's rating; then, where no maximum is set, a percentage over the baseline in several runs.
 *
 * <p>A single run is critical only by a fixed maximum: what one run shows against a target or baseline may be chance.
 */
final class TimeRules {
    private TimeRules() {}

    static void command(
            Run run,
            Budget budget,
            List<Scenario> scenarios,
            AlertPolicy policy,
            List<Double> recentMs,
            List<Alert> alerts) {
        double totalMs = run.duration().totalMs();
        Double max = budget.maxAcceptableMs();
        if (max != null && totalMs > max) {
            alerts.add(slow(run, Limits.severity(totalMs, max), max, budget, ""));
            return;
        }
        if (run.outcome() != Outcome.SUCCESS) {
            return;
        }
        Scenario scenario = broken(run, budget, scenarios);
        if (scenario != null) {
            double bound = required(scenario, budget);
            String reason = "Scenario '" + scenario.name() + "' asks for "
                    + scenario.expected().text() + ". ";
            alerts.add(slow(run, Severity.WARNING, bound, budget, reason));
            return;
        }
        Double baseline = budget.baselineMs();
        if (max == null && baseline != null) {
            double limit = baseline * (1 + Limits.factor(AlertType.PERFORMANCE_DEGRADATION, policy));
            int runs = policy.consecutiveViolations();
            double least = leastOfLast(runs, totalMs, recentMs);
            if (least > limit && least - baseline >= Limits.FLOOR_MS) {
                Severity severity = runs == 1 ? Severity.WARNING : Limits.severity(least, baseline);
                alerts.add(slow(run, severity, limit, budget, ""));
            }
        }
    }

    static void phases(Run run, Budget budget, AlertPolicy policy, List<Alert> alerts) {
        double factor = Limits.factor(AlertType.PHASE_OVERRUN, policy);
        for (Phase phase : run.duration().phases()) {
            Double target = target(budget, phase.name());
            if (target == null) {
                continue;
            }
            double limit = target * factor;
            if (phase.ms() > limit && phase.ms() - target >= Limits.FLOOR_MS) {
                alerts.add(new Alert(
                        Measure.PHASE_TIME,
                        Severity.WARNING,
                        phase.name(),
                        phase.ms(),
                        limit,
                        null,
                        null,
                        List.of(Tips.of(AlertType.PHASE_OVERRUN, phase.name(), run))));
            }
        }
    }

    private static @Nullable Double target(Budget budget, String phase) {
        PhaseBudget granted = budget.phases().get(phase);
        return granted == null ? null : granted.targetMs();
    }

    /** The longest time that still earns the rating; null when the budget does not say, and for poor, which has none. */
    static @Nullable Double bound(Rating rating, Budget budget) {
        return switch (rating) {
            case EXCELLENT -> budget.targetMs();
            case GOOD -> budget.baselineMs();
            case ACCEPTABLE -> budget.maxAcceptableMs();
            case POOR -> null;
        };
    }

    /** The scenario that holds for the run and asks for more than it did; of several the strictest. */
    private static @Nullable Scenario broken(Run run, Budget budget, List<Scenario> scenarios) {
        Scenario strictest = null;
        for (Scenario scenario : scenarios) {
            double excess = run.duration().totalMs() - required(scenario, budget);
            boolean stricter = strictest == null || required(scenario, budget) < required(strictest, budget);
            if (excess >= Limits.FLOOR_MS && stricter && holds(scenario, run)) {
                strictest = scenario;
            }
        }
        return strictest;
    }

    private static double required(Scenario scenario, Budget budget) {
        Double bound = bound(scenario.expected(), budget);
        return bound == null ? Double.POSITIVE_INFINITY : bound;
    }

    private static boolean holds(Scenario scenario, Run run) {
        for (Map.Entry<String, Double> condition : scenario.when().entrySet()) {
            Object value = run.context().get(condition.getKey());
            if (!(value instanceof Number number) || number.doubleValue() < condition.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** The fastest of this run and those before it; 0, which breaks no limit, when there are not that many. */
    private static double leastOfLast(int runs, double totalMs, List<Double> recentMs) {
        if (recentMs.size() < runs - 1) {
            return 0;
        }
        double least = totalMs;
        for (int i = 0; i < runs - 1; i++) {
            least = Math.min(least, recentMs.get(i));
        }
        return least;
    }

    private static Alert slow(Run run, Severity severity, double limit, Budget budget, String reason) {
        return new Alert(
                Measure.TIME,
                severity,
                run.command(),
                run.duration().totalMs(),
                limit,
                budget.baselineMs(),
                null,
                List.of(reason + Tips.of(AlertType.PERFORMANCE_DEGRADATION, run.command(), run)));
    }
}
