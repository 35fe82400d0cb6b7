package dev.perfagent.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders of a history: one for each day in UTC, named {@code date=2026-11-28}. */
public final class DayFolders {
    /** The folder of a home that holds them. */
    static final String FOLDER = "history";

    static final String DAY_PREFIX = "date=";

    private DayFolders() {}

    static Path of(Path home, LocalDate date) {
        return home.resolve(FOLDER).resolve(DAY_PREFIX + date);
    }

    /** What looks like the folders of days in a home, the oldest first. */
    public static List<Path> in(Path home) throws IOException {
        return FolderListing.of(home.resolve(FOLDER), DAY_PREFIX + "*");
    }

    /**
     * The day, in UTC, of which a folder has the runs; null for a folder that somebody else made, or of a year that no run can
     * have.
     */
    public static @Nullable LocalDate dayOf(Path folder) {
        LocalDate day = parsedDay(folder);
        return day != null && RecordTime.isPossible(day) ? day : null;
    }

    static @Nullable LocalDate parsedDay(Path folder) {
        return RecordTime.parseDay(String.valueOf(folder.getFileName()).substring(DAY_PREFIX.length()));
    }
}
