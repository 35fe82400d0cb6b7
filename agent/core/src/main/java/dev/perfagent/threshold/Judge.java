package dev.perfagent.threshold;

import dev.perfagent.run.AlertType;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a run by everything that has a limit. Pure: what it knows is handed to it. The agent and the tool's {@code check}
 * judge here; which alerts follow from it, package {@code choice} decides.
 *
 * <p>A run that did not succeed stopped somewhere, so its time, phases and hit rates compare with nothing. Of it, only the
 * fixed maxima, the error rate and GitHub's rate limits are judged: those it broke all the same.
 *
 * <p>A rule is called only when there is a limit for it: its class is one less to load in a run without.
 */
public final class Judge {
    private Judge() {}

    /**
     * The verdicts on a run, those on one subject together and the hardest rule first.
     *
     * @param recent the runs before it; {@link RecentRuns#NONE} when it is to be judged by fixed limits alone
     * @param machine the machine when it ended; {@link MachineState#UNKNOWN} when that is long ago
     */
    public static List<Verdict> judge(Run run, Thresholds thresholds, RecentRuns recent, MachineState machine) {
        List<Verdict> verdicts = new ArrayList<>();
        AlertPolicies policies = thresholds.alerts();
        Budget budget = thresholds.benchmarks().budget(run.command());
        AlertPolicy time = policies.of(AlertType.PERFORMANCE_DEGRADATION);
        if (time.enabled()) {
            TimeRules.command(run, budget, thresholds.benchmarks().scenarios(), time, recent, verdicts);
        }
        AlertPolicy phase = policies.of(AlertType.PHASE_OVERRUN);
        if (phase.enabled()
                && run.outcome() == Outcome.SUCCESS
                && !budget.phases().isEmpty()) {
            TimeRules.phases(run, budget, phase, verdicts);
        }
        LimitRules.judge(run, budget, policies, verdicts);
        AlertPolicy rate = policies.of(AlertType.API_RATE_LIMIT_WARNING);
        if (run.gitHubApi() != null && rate.enabled()) {
            RateLimitRule.judge(run, run.gitHubApi(), rate, verdicts);
        }
        AlertPolicy errors = policies.of(AlertType.ERROR_RATE);
        if (errors.enabled()) {
            verdicts.add(ErrorRate.judge(run, errors, recent));
        }
        if (asksForMachine(thresholds)) {
            MachineRules.judge(machine, policies, verdicts);
        }
        return verdicts;
    }

    /** Whether one of them is against the run. */
    public static boolean isAnyBroken(List<Verdict> verdicts) {
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).isBroken()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the state of the machine is judged at all; reading it can be spared otherwise. */
    public static boolean asksForMachine(Thresholds thresholds) {
        AlertPolicies policies = thresholds.alerts();
        return policies.of(AlertType.MEMORY_AVAILABLE_LOW).enabled()
                || policies.of(AlertType.DISK_SPACE_LOW).enabled()
                || policies.of(AlertType.CPU_USAGE_HIGH).enabled();
    }
}
