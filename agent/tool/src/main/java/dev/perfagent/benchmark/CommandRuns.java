package dev.perfagent.benchmark;

import dev.perfagent.statistics.Sample;
import java.util.List;

/** A command and its timed runs, in the order of the blocks. */
public record CommandRuns(TimedCommand command, List<Measurement> runs) {
    public CommandRuns {
        runs = List.copyOf(runs);
    }

    /** The wall times in ms, in the order of the blocks. */
    public double[] times() {
        return runs.stream().mapToDouble(Measurement::wallMs).toArray();
    }

    /** The wall times in ms. */
    public Sample sample() {
        return Sample.of(times());
    }
}
