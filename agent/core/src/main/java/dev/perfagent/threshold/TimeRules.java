package dev.perfagent.threshold;

import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits on time, the hardest first: the fixed maximum, which is the user's own word; a scenario's rating; a percentage
 * over the baseline; the recent runs.
 *
 * <p>A single run is critical only by a fixed maximum: what one run shows against all else may be chance.
 */
final class TimeRules {
    private TimeRules() {}

    static void command(
            Run run,
            Budget budget,
            List<Scenario> scenarios,
            AlertPolicy policy,
            RecentRuns recent,
            List<Verdict> verdicts) {
        double totalMs = run.duration().totalMs();
        Double max = budget.maxAcceptableMs();
        Double baseline = budget.baselineMs();
        if (max != null) {
            Verdict maximum = Verdict.maximum(Measure.TIME, run.command(), totalMs, max, baseline);
            verdicts.add(maximum.isBroken() ? maximum.with(TimeParts.ofMaximum(run)) : maximum);
        }
        if (run.outcome() != Outcome.SUCCESS) {
            return;
        }
        Scenario scenario = strictest(run, budget, scenarios);
        if (scenario != null) {
            verdicts.add(Regression.withParts(scenario(run, budget, scenario, policy, recent), run, null));
        }
        if (!run.self().plan().equals(AgentCost.WARM)) {
            return; // it took longer for our sake
        }
        if (max == null && baseline != null) {
            verdicts.add(Regression.withParts(Regression.baseline(run, baseline, policy, recent), run, null));
        }
        Regression.judge(run, budget.tolerance(), policy, recent, verdicts);
    }

    static void phases(Run run, Budget budget, AlertPolicy policy, List<Verdict> verdicts) {
        double factor = policy.ratio();
        for (Phase phase : run.duration().phases()) {
            PhaseBudget granted = budget.phases().get(phase.name());
            if (granted == null) {
                continue;
            }
            Double max = granted.maxAcceptableMs();
            Double target = granted.targetMs();
            if (max != null) {
                Verdict maximum = Verdict.maximum(Measure.PHASE_TIME, phase.name(), phase.ms(), max, target);
                verdicts.add(maximum.isBroken() ? maximum.with(TimeParts.ofMaximum(phase)) : maximum);
            }
            if (target != null) {
                verdicts.add(target(phase, target, target * factor));
            }
        }
    }

    /** A target is about the tool, so waiting for a CPU is not counted. */
    private static Verdict target(Phase phase, double target, double limit) {
        double ms = ComparedTime.activeMs(phase);
        boolean over = ms > limit && ms - target >= ComparedTime.FLOOR_MS;
        Result result = over ? Result.WARNING : Result.OK;
        Verdict verdict =
                Verdict.single(Measure.PHASE_TIME, phase.name(), VerdictRule.TARGET, ms, limit, target, result);
        return over ? verdict.with(TimeParts.ofTarget(phase)) : verdict;
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

    private static Verdict scenario(Run run, Budget budget, Scenario scenario, AlertPolicy policy, RecentRuns recent) {
        ComparedTime time = ComparedTime.activeAlone(run, recent);
        int row = Regression.row(policy);
        Spread spread = time.spread(row);
        double bound = required(scenario, budget);
        double limit = bound * spread.chance(row);
        boolean over = time.ms() > limit && time.ms() - bound >= time.floorMs();
        return new Verdict(
                Measure.TIME,
                run.command(),
                VerdictRule.SCENARIO,
                time.measuredMs(),
                limit * time.slowdown(),
                bound,
                over ? Result.WARNING : Result.OK,
                spread.runs(),
                over ? 1 : 0,
                0,
                0,
                "'" + scenario.name() + "' asks for " + scenario.expected().text());
    }

    /** Of the scenarios that hold for the run the one that asks for most. */
    private static @Nullable Scenario strictest(Run run, Budget budget, List<Scenario> scenarios) {
        Scenario strictest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Scenario scenario : scenarios) {
            double bound = required(scenario, budget);
            if (bound < least && holds(scenario, run)) {
                strictest = scenario;
                least = bound;
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
}
