package dev.perfagent.cli.view.scope;

import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.tally.Counts;

/** How many runs there are of each kind. */
public record CountsJson(
        long runs, long succeeded, long failed, long killed, long cold, long profiled, long benchmark, long timed)
        implements RecordJson.Inline {
    public static CountsJson of(Counts counts) {
        return new CountsJson(
                counts.runs(),
                counts.succeeded(),
                counts.failed(),
                counts.killed(),
                counts.cold(),
                counts.profiled(),
                counts.benchmark(),
                counts.timed());
    }
}
