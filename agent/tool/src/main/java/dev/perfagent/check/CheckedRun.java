package dev.perfagent.check;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored run with the verdicts on it.
 *
 * @param verdicts in the order of the judge: those on one subject together
 */
public record CheckedRun(StoredRun run, List<Verdict> verdicts) {
    public CheckedRun {
        verdicts = List.copyOf(verdicts);
    }

    /** Whether any verdict is as bad as that, or worse; null for none is. */
    public boolean isAgainst(@Nullable Severity least) {
        return verdicts.stream().anyMatch(verdict -> verdict.result().isAtLeast(least));
    }
}
