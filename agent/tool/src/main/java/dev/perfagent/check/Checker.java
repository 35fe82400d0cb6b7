package dev.perfagent.check;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.Result;
import dev.perfagent.threshold.Thresholds;
import dev.perfagent.threshold.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges stored runs as the agent judges them when they end; but for the machine, of which nobody knows any more. */
public final class Checker {
    /**
     * Runs looked at before a row would begin: in some the value may be unknown, which neither goes on with the row nor ends it.
     */
    private static final int MORE_RUNS = 50;

    private static final Comparator<StoredRun> OLDEST_FIRST =
            Comparator.comparing(StoredRun::start).thenComparing(StoredRun::id);

    private final Thresholds thresholds;
    private final @Nullable String application;
    private final @Nullable Double tolerance;

    /**
     * By these limits.
     *
     * @param application whose the limits of commands are; null when they are anybody's
     * @param tolerance of every command, in place of its own; null to go by its own
     */
    public Checker(Thresholds thresholds, @Nullable String application, @Nullable Double tolerance) {
        this.thresholds = thresholds;
        this.application = application;
        this.tolerance = tolerance;
    }

    /**
     * The verdicts on those runs, in the same order.
     *
     * @param runs the newest first
     * @throws IOException when earlier runs cannot be read
     */
    public List<CheckedRun> check(List<StoredRun> runs, EarlierRuns earlier) throws IOException {
        AlertPolicies policies = thresholds.alerts();
        Evidence evidence = earlier.evidence(runs);
        Map<List<String>, RunsInARow> rows = new HashMap<>();
        List<CheckedRun> checked = new ArrayList<>();
        for (StoredRun run : runs) {
            CheckedRun judged = judge(run, evidence);
            List<Verdict> verdicts = judged.verdicts();
            if (RunsInARow.areNeeded(verdicts, policies)) {
                List<String> command = List.of(run.application(), run.command());
                RunsInARow known = rows.get(command);
                if (known == null) {
                    List<StoredRun> before = earlier.upTo(run, runs.size() + longestRow(policies) + MORE_RUNS);
                    known = rows(before, earlier.evidence(before));
                    rows.put(command, known);
                }
                verdicts = known.settle(judged);
            }
            checked.add(new CheckedRun(
                    run, verdicts.stream().map(this::asConfigured).toList()));
        }
        return checked;
    }

    private RunsInARow rows(List<StoredRun> runs, Evidence evidence) {
        List<CheckedRun> judged = runs.stream()
                .sorted(OLDEST_FIRST)
                .map(run -> judge(run, evidence))
                .toList();
        return RunsInARow.of(judged, thresholds.alerts());
    }

    private static int longestRow(AlertPolicies policies) {
        int longest = 1;
        for (AlertType type : AlertType.values()) {
            longest = Math.max(longest, policies.of(type).consecutiveViolations());
        }
        return longest;
    }

    private CheckedRun judge(StoredRun run, Evidence evidence) {
        boolean own = application == null || application.equals(run.application());
        Benchmarks granted = own ? thresholds.benchmarks() : Benchmarks.NONE;
        Benchmarks benchmarks = tolerance == null ? granted : granted.with(run.command(), Limit.TOLERANCE, tolerance);
        Thresholds used = new Thresholds(benchmarks, thresholds.alerts(), thresholds.notification());
        return new CheckedRun(run, Judge.judge(RecordedRun.of(run), used, evidence.before(run), MachineState.UNKNOWN));
    }

    /** With the severity that alerts.yml gives the type, if any. */
    private Verdict asConfigured(Verdict verdict) {
        Severity given = thresholds.alerts().of(verdict.measure().type()).severity();
        if (given == null || !verdict.isBroken()) {
            return verdict;
        }
        Result result = given == Severity.CRITICAL ? Result.CRITICAL : Result.WARNING;
        return verdict.as(result, verdict.row(), verdict.needed());
    }
}
