package dev.perfagent.check;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.Thresholds;
import dev.perfagent.threshold.Verdict;
import dev.perfagent.threshold.Verdict.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges stored runs as the agent judges them when they end; but for the machine, of which nobody knows any more. */
public final class Checker {
    private final Thresholds thresholds;
    private final @Nullable String application;

    /**
     * By these limits.
     *
     * @param application whose the limits of commands are; null when they are anybody's
     */
    public Checker(Thresholds thresholds, @Nullable String application) {
        this.thresholds = thresholds;
        this.application = application;
    }

    /** The verdicts on that run. */
    public CheckedRun check(StoredRun run, Evidence evidence) {
        boolean own = application == null || application.equals(run.application());
        Thresholds used =
                own ? thresholds : new Thresholds(Benchmarks.NONE, thresholds.alerts(), thresholds.notification());
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict verdict : Judge.judge(RecordedRun.of(run), used, evidence.before(run), MachineState.UNKNOWN)) {
            verdicts.add(asConfigured(verdict));
        }
        return new CheckedRun(run, verdicts);
    }

    /** With the severity that alerts.yml gives the type, if any. */
    private Verdict asConfigured(Verdict verdict) {
        Severity given = thresholds.alerts().of(verdict.measure().type()).severity();
        if (given == null || !verdict.isBroken()) {
            return verdict;
        }
        return new Verdict(
                verdict.measure(),
                verdict.subject(),
                verdict.rule(),
                verdict.value(),
                verdict.limit(),
                verdict.usual(),
                given == Severity.CRITICAL ? Result.CRITICAL : Result.WARNING,
                verdict.runs(),
                verdict.row(),
                verdict.nearly(),
                verdict.needed(),
                verdict.detail());
    }
}
