package dev.perfagent.history;

import dev.perfagent.history.RunFile.Chunk;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the runs of files, for one thread. */
final class LineScan {
    private final RunParser parser = new RunParser();
    private final LineFilter filter;
    private final ReadTally tally;
    private RunSelection selection;
    private LinePrefix start;
    private @Nullable Instant lastEnd;
    private boolean mixed;

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

    /** Whether the last chunk had runs, and all of them were ruled out by their time and ended before that moment. */
    boolean passedOnlyEndedBefore(Instant moment) {
        return !mixed && lastEnd != null && lastEnd.isBefore(moment);
    }

    /**
     * Hands over the selected runs in the order they were appended.
     *
     * @param ends is called with how the runs of the chunk ended, also of those that are not selected
     */
    void read(Chunk chunk, FinalRecords ends, Sink sink) throws IOException {
        readUnlessBefore(null, chunk, ends, sink);
    }

    /**
     * The same, but when the first run is ruled out by its time and ended before that moment, the others are taken to be so too.
     */
    void readUnlessBefore(@Nullable Instant moment, Chunk chunk, FinalRecords ends, Sink sink) throws IOException {
        lastEnd = null;
        mixed = false;
        try (LineReader lines = chunk.file().linesFrom(chunk.from(), chunk.to())) {
            while (lines.next()
                    && lines.position() < chunk.to()
                    && (moment == null || !passedOnlyEndedBefore(moment))) {
                if (lines.isTooLong()) {
                    tally.countMalformed(chunk.file().path());
                } else if (!lines.isBlank() && filter.mayHold(lines.bytes(), lines.offset(), lines.length())) {
                    read(lines, chunk.file(), ends, sink);
                }
            }
        }
    }

    private void passed(@Nullable Instant end) {
        if (end == null) {
            mixed = true;
        } else if (lastEnd == null || end.isAfter(lastEnd)) {
            lastEnd = end;
        }
    }

    private void read(LineReader line, RunFile file, FinalRecords ends, Sink sink) {
        if (start.rulesOut(line.bytes(), line.offset(), line.length())) {
            ends.orderly(start.id());
            passed(start.end());
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
        mixed |= run == null || !run.killed(); // killed runs are recorded at any time after their end
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
