package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Output;
import dev.perfagent.history.RawRun;
import java.util.List;

/** Runs for programs: the records as they are stored, one a line inside one object. */
public final class RunJsonList {
    private RunJsonList() {}

    /** Writes them in the order given. */
    public static void write(List<RawRun> runs, long skippedLines, Output out) {
        out.json("{\"schema\":1,\"runs\":[");
        for (int i = 0; i < runs.size(); i++) {
            out.json(runs.get(i).json() + (i < runs.size() - 1 ? "," : ""));
        }
        out.json("],\"skipped_lines\":" + skippedLines + "}");
    }
}
