package dev.perfagent.compare;

import dev.perfagent.tally.CommandName;
import java.util.List;

/**
 * A command that is not compared, because its runs are of different machines.
 *
 * @param baseline the fingerprints of the baseline
 * @param current those of the current runs
 */
public record MachineMismatch(CommandName command, List<String> baseline, List<String> current) {
    public MachineMismatch {
        baseline = List.copyOf(baseline);
        current = List.copyOf(current);
    }
}
