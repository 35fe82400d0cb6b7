package dev.perfagent.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs that began on one day, in UTC.
 *
 * @param date the day in UTC
 * @param folders each with a file for each host; one a history
 * @param killed runs that are not stored yet
 */
record HistoryDay(LocalDate date, List<Path> folders, List<RunFile> killed) {
    /** All files; a folder that cannot be read is counted. */
    List<RunFile> files(ReadTally tally) {
        List<RunFile> files = new ArrayList<>();
        for (Path folder : folders) {
            try {
                files.addAll(RunFile.in(folder));
            } catch (IOException e) {
                tally.countUnreadable(folder, e);
            }
        }
        files.addAll(killed);
        return files;
    }

    boolean isIn(TimeRange range) {
        Instant first = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return range.overlaps(
                first, date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
