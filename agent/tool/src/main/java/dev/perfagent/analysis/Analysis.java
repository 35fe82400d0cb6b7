package dev.perfagent.analysis;

import dev.perfagent.tally.Counts;
import java.util.List;

/**
 * An analysis.
 *
 * @param scope which runs it is about
 * @param counts of all their commands
 * @param commands how many there are
 * @param analyses of those that took most time, that first
 * @param noise of all commands together, and what it does to the times of these
 */
public record Analysis(Scope scope, Counts counts, int commands, List<CommandAnalysis> analyses, Noise noise) {
    public Analysis {
        analyses = List.copyOf(analyses);
    }
}
