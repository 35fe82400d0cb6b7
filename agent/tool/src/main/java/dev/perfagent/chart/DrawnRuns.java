package dev.perfagent.chart;

import dev.perfagent.history.RunKind;
import dev.perfagent.history.StoredRun;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.CommandTally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;

/**
 * Some timed runs of each command. Time is cut into equal pieces, and of each piece the fastest run, the slowest and three at
 * random stay. So no extreme is lost, and the random ones show what is usual. A history with fewer runs than pieces is kept
 * whole. Memory is bounded; which runs stay does not depend on the order they come in.
 */
public final class DrawnRuns {
    /** Each is a few columns of a screen. */
    private static final int MOST_PIECES = 240;

    /** Of all commands together: a run is about 100 bytes of a page, and a page of 3 MB is still one that is sent by mail. */
    private static final int MOST_PIECES_IN_ALL = 3600;

    private final Map<CommandName, Pieces> commands = new HashMap<>();
    private int pieces;

    private final RunKind askedFor;

    private DrawnRuns(RunKind askedFor) {
        this.askedFor = askedFor;
    }

    /**
     * Chooses among the runs that it is given.
     *
     * @param askedFor whose times count
     */
    public static Collector<StoredRun, ?, DrawnRuns> collector(RunKind askedFor) {
        return Collector.of(
                () -> new DrawnRuns(askedFor), DrawnRuns::add, DrawnRuns::plus, Collector.Characteristics.UNORDERED);
    }

    private void add(StoredRun run) {
        if (CommandTally.isTimed(run, askedFor)) {
            Pieces of = of(new CommandName(run.application(), run.command()));
            int before = of.size();
            of.add(run);
            bound(of.size() - before);
        }
    }

    private DrawnRuns plus(DrawnRuns other) {
        other.commands.forEach((name, theirs) -> {
            Pieces of = of(name);
            int before = of.size();
            of.addAll(theirs);
            bound(of.size() - before);
        });
        return this;
    }

    private Pieces of(CommandName name) {
        return commands.computeIfAbsent(name, ignored -> new Pieces(MOST_PIECES));
    }

    /** Makes the pieces of the command longer that has most of them. */
    private void bound(int more) {
        pieces += more;
        while (pieces > MOST_PIECES_IN_ALL) {
            Pieces most = commands.values().stream()
                    .max((a, b) -> Integer.compare(a.size(), b.size()))
                    .orElseThrow();
            int before = most.size();
            most.coarsen();
            pieces += most.size() - before;
            if (before == 1) {
                return; // 3,600 commands of one piece each
            }
        }
    }

    /** The oldest first; empty for a command without timed runs. */
    public List<DrawnRun> runs(CommandName command) {
        Pieces of = commands.get(command);
        return of == null ? List.of() : of.runs();
    }

    /** Those of them that were drawn at random, so that they may stand for all. */
    public List<DrawnRun> usual(CommandName command) {
        Pieces of = commands.get(command);
        return of == null ? List.of() : of.usual();
    }
}
