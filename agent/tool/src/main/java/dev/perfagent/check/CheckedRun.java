package dev.perfagent.check;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Verdict;
import java.util.List;

/**
 * A stored run with the verdicts on it.
 *
 * @param verdicts in the order of the judge: those on one subject together
 */
public record CheckedRun(StoredRun run, List<Verdict> verdicts) {
    public CheckedRun {
        verdicts = List.copyOf(verdicts);
    }

    /** Whether any verdict is against it. */
    public boolean isAgainst(Severity least) {
        return verdicts.stream().anyMatch(verdict -> isAgainst(verdict, least));
    }

    /** Whether that verdict is as bad as that, or worse. */
    public static boolean isAgainst(Verdict verdict, Severity least) {
        return switch (verdict.result()) {
            case CRITICAL -> true;
            case WARNING -> least != Severity.CRITICAL;
            case IMPROVED, OK, INCONCLUSIVE -> false;
        };
    }
}
