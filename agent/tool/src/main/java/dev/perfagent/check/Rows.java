package dev.perfagent.check;

import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.AlertChoice;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Standing;
import dev.perfagent.threshold.Verdict;
import dev.perfagent.threshold.Verdict.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many runs in a row broke a limit, for limits that are told only after {@code consecutive_violations} of them. The agent keeps that
 * between runs; here the runs of a command are gone through as they came.
 */
final class Rows {
    private final AlertPolicies policies;
    private final Map<String, Standing> before = new HashMap<>();

    private Rows(AlertPolicies policies) {
        this.policies = policies;
    }

    /**
     * Those of one command.
     *
     * @param runs with the verdicts of the judge, the oldest first
     */
    static Rows of(List<CheckedRun> runs, AlertPolicies policies) {
        Rows rows = new Rows(policies);
        Standing standing = Standing.parse("");
        for (CheckedRun run : runs) {
            rows.before.put(run.run().id(), standing);
            if (run.run().outcome() == Outcome.KILLED) {
                continue; // the agent never came to judge it
            }
            Run judged = RecordedRun.of(run.run());
            String changes = AlertChoice.of(judged, run.verdicts(), policies, standing, judged.endMillis())
                    .changes();
            standing = Standing.parse(standing.text(judged.endMillis()) + changes);
        }
        return rows;
    }

    /** Whether one of the verdicts is against the run only when enough runs in a row are. */
    static boolean areNeeded(List<Verdict> verdicts, AlertPolicies policies) {
        return verdicts.stream().anyMatch(verdict -> isCounted(verdict, policies));
    }

    /** The verdicts on one of the runs; inconclusive are those that more in a row would tell. */
    List<Verdict> settle(CheckedRun run) {
        Standing standing = before.getOrDefault(run.run().id(), Standing.parse(""));
        List<Verdict> settled = new ArrayList<>();
        for (Verdict verdict : run.verdicts()) {
            settled.add(isCounted(verdict, policies) ? settle(verdict, standing) : verdict);
        }
        return settled;
    }

    private Verdict settle(Verdict verdict, Standing standing) {
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
