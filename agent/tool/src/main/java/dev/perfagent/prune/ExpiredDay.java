package dev.perfagent.prune;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A day of the history that goes.
 *
 * @param date the day in UTC
 * @param files those that hold runs; anything else in the folder is somebody else's
 * @param bytes their size
 */
public record ExpiredDay(LocalDate date, Path folder, List<Path> files, long bytes) {
    public ExpiredDay {
        files = List.copyOf(files);
    }
}
