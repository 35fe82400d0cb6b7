package dev.perfagent.check;

import dev.perfagent.choice.AlertChoice;
import dev.perfagent.choice.AlertStates;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Result;
import dev.perfagent.threshold.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many runs in a row broke a limit, for limits that are reported only after {@code consecutive_violations} of them. The agent
 * keeps that between runs; here the runs of a command are gone through as they came.
 */
final class RunsInARow {
    private final AlertPolicies policies;
    private final Map<String, AlertStates> before = new HashMap<>();

    private RunsInARow(AlertPolicies policies) {
        this.policies = policies;
    }

    /**
     * Those of one command.
     *
     * @param runs with the verdicts of the judge, the oldest first
     */
    static RunsInARow of(List<CheckedRun> runs, AlertPolicies policies) {
        RunsInARow rows = new RunsInARow(policies);
        AlertStates standing = AlertStates.parse("");
        for (CheckedRun run : runs) {
            rows.before.put(run.run().id(), standing);
            if (run.run().outcome() == Outcome.KILLED) {
                continue; // the agent never came to judge it
            }
            Run judged = RecordedRun.of(run.run());
            String changes = AlertChoice.of(judged, run.verdicts(), policies, standing, judged.endMillis())
                    .changes();
            standing = AlertStates.parse(standing.text(judged.endMillis()) + changes);
        }
        return rows;
    }

    /** Whether one of the verdicts is against the run only when enough runs in a row are. */
    static boolean areNeeded(List<Verdict> verdicts, AlertPolicies policies) {
        return verdicts.stream().anyMatch(verdict -> isCounted(verdict, policies));
    }

    /** The verdicts on one of the runs; inconclusive are those that more in a row would decide. */
    List<Verdict> settle(CheckedRun run) {
        AlertStates standing = before.getOrDefault(run.run().id(), AlertStates.parse(""));
        List<Verdict> settled = new ArrayList<>();
        for (Verdict verdict : run.verdicts()) {
            settled.add(isCounted(verdict, policies) ? settle(verdict, standing) : verdict);
        }
        return settled;
    }

    private Verdict settle(Verdict verdict, AlertStates standing) {
        int asked = policies.of(verdict.measure().type()).consecutiveViolations();
        int row = Math.min(standing.row(verdict) + 1, asked);
        return row == asked ? verdict.as(verdict.result(), row, 0) : verdict.as(Result.INCONCLUSIVE, row, asked - row);
    }

    private static boolean isCounted(Verdict verdict, AlertPolicies policies) {
        return verdict.isBroken()
                && !verdict.isAtOnce()
                && policies.of(verdict.measure().type()).consecutiveViolations() > 1;
    }
}
