package dev.perfagent.analysis;

import dev.perfagent.tally.Counts;
import dev.perfagent.tally.SlowRun;
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
    private static final int SHOWN_OF_MANY = 3;

    public Analysis {
        analyses = List.copyOf(analyses);
    }

    /** The slowest runs that are shown of each command, in the order of the commands. */
    public List<SlowRun> slowest() {
        return analyses.stream().flatMap(command -> slowestOf(command).stream()).toList();
    }

    /** The slowest runs that are shown of one of the commands: all of a single command, else few. */
    public List<SlowRun> slowestOf(CommandAnalysis command) {
        List<SlowRun> all = command.slowest();
        return analyses.size() == 1 ? all : all.subList(0, Math.min(SHOWN_OF_MANY, all.size()));
    }
}
