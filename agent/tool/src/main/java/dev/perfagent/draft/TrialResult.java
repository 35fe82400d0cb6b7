package dev.perfagent.draft;

import dev.perfagent.history.StoredRun;
import java.util.List;

/**
 * What a few runs of a command showed.
 *
 * @param exitCode the last one that was not 0; 0 when there was none
 * @param runs what the agent recorded of those that were measured, the oldest first
 */
public record TrialResult(int exitCode, List<StoredRun> runs, SampledStacks stacks) {
    public TrialResult {
        runs = List.copyOf(runs);
    }
}
