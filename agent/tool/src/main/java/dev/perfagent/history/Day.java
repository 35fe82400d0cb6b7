package dev.perfagent.history;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * The runs that began on one day, in UTC: a folder with a file for each host.
 *
 * @param date the day in UTC
 */
record Day(LocalDate date, Path folder) {
    /** Hands over the runs of all files, in the order they were appended. */
    void read(LineFilter filter, ReadTally tally, Consumer<StoredRun> runs) {
        List<Path> files;
        try {
            files = Listing.of(folder, "*.ndjson");
        } catch (IOException e) {
            tally.countUnreadable(folder, e);
            return;
        }
        for (Path file : files) {
            try {
                read(file, filter, tally, runs);
                tally.countFile();
            } catch (IOException e) {
                tally.countUnreadable(file, e);
            }
        }
    }

    private static void read(Path file, LineFilter filter, ReadTally tally, Consumer<StoredRun> runs)
            throws IOException {
        try (LineReader lines = new LineReader(new BufferedInputStream(Files.newInputStream(file)))) {
            while (lines.next()) {
                if (lines.isTooLong()) {
                    tally.countMalformed();
                } else if (!lines.isBlank() && filter.mayHold(lines.bytes(), lines.length())) {
                    accept(lines, tally, runs);
                }
            }
        }
    }

    private static void accept(LineReader line, ReadTally tally, Consumer<StoredRun> runs) {
        StoredRun run;
        try {
            run = StoredRun.parse(line.bytes(), line.length());
        } catch (MalformedJsonException e) {
            tally.countMalformed();
            return;
        } catch (NewerSchemaException e) {
            tally.countNewer();
            return;
        }
        runs.accept(run);
    }
}
