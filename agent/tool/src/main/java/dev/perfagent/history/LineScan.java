package dev.perfagent.history;

import dev.perfagent.history.RunFile.Chunk;
import java.io.IOException;

/** Reads the runs of files, for one thread. */
final class LineScan {
    private final RunParser parser = new RunParser();
    private final LineFilter filter;
    private final ReadTally tally;
    private RunSelection selection;
    private LinePrefix start;

    LineScan(RunSelection selection, LineFilter filter, ReadTally tally) {
        this.selection = selection;
        this.start = new LinePrefix(selection);
        this.filter = filter;
        this.tally = tally;
    }

    /** Takes a run while the line it came from can be looked at. */
    interface Sink {
        void accept(StoredRun run, LineReader line);
    }

    /** From now on other runs are selected. */
    void select(RunSelection others) {
        selection = others;
        start = new LinePrefix(others);
    }

    /**
     * Hands over the selected runs in the order they were appended.
     *
     * @param ends is told how the runs of the chunk ended, also of those that are not selected
     */
    void read(Chunk chunk, FinalRecords ends, Sink sink) throws IOException {
        try (LineReader lines = chunk.file().linesFrom(chunk.from(), chunk.to())) {
            while (lines.next() && lines.position() < chunk.to()) {
                if (lines.isTooLong()) {
                    tally.countMalformed(chunk.file().path());
                } else if (!lines.isBlank() && filter.mayHold(lines.bytes(), lines.offset(), lines.length())) {
                    read(lines, chunk.file(), ends, sink);
                }
            }
        }
    }

    private void read(LineReader line, RunFile file, FinalRecords ends, Sink sink) {
        if (start.rulesOut(line.bytes(), line.offset(), line.length())) {
            ends.orderly(start.id());
            return;
        }
        StoredRun run;
        try {
            run = parser.parse(line.bytes(), line.offset(), line.length(), selection);
        } catch (MalformedJsonException e) {
            if (line.isEnded() || !file.isBeingWritten()) {
                tally.countMalformed(file.path());
            }
            return;
        } catch (NewerSchemaException e) {
            tally.countNewer(file.path());
            return;
        }
        if (run == null) {
            ends.orderly(parser.id());
        } else if (selection.leavesOut(run)) {
            ends.orderly(run.id());
            tally.countFuture(file.path());
        } else if (!run.killed()) {
            ends.orderly(run.id());
            sink.accept(run, line);
        } else {
            ends.killed(run, line);
        }
    }
}
