package dev.perfagent.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored runs below a home folder, read as a stream, the newest days first. */
public final class History {
    private static final String DAY_PREFIX = "date=";

    private final Path folder;
    private final ReadTally tally = new ReadTally();

    /** @param home the folder that holds {@code history} */
    public History(Path home) {
        this.folder = home.resolve("history");
    }

    /** What could not be read so far. */
    public ReadTally tally() {
        return tally;
    }

    /**
     * The newest runs that fit, newest first. Days that cannot hold any of them are not read.
     *
     * @throws IOException when there is a history and none of it can be read
     */
    public List<StoredRun> newest(RunQuery query) throws IOException {
        NewestRuns newest = new NewestRuns(query.limit());
        LocalDate firstDay = query.since() == null ? LocalDate.MIN : LocalDate.ofInstant(query.since(), ZoneOffset.UTC);
        for (Day day : days()) {
            if (newest.isFull() || day.date().isBefore(firstDay)) {
                break;
            }
            day.read(LineFilter.ALL, tally, run -> {
                if (query.accepts(run)) {
                    newest.offer(run);
                }
            });
        }
        tally.throwIfNothingWasRead();
        return newest.newestFirst();
    }

    /**
     * The newest runs whose id begins so, newest first; only the one when the id is given in full.
     *
     * @param limit how many at most, at least 1; that many may mean that there are more
     * @throws IOException when there is a history and none of it can be read
     */
    public List<StoredRun> ofId(String prefix, int limit) throws IOException {
        NewestRuns exact = new NewestRuns(1);
        NewestRuns found = new NewestRuns(limit);
        LineFilter filter = LineFilter.containing(prefix);
        for (Day day : days()) {
            day.read(filter, tally, run -> {
                if (run.id().equals(prefix)) {
                    exact.offer(run);
                } else if (run.id().startsWith(prefix)) {
                    found.offer(run);
                }
            });
            if (exact.isFull() || found.isFull()) {
                break;
            }
        }
        tally.throwIfNothingWasRead();
        return exact.isFull() ? exact.newestFirst() : found.newestFirst();
    }

    static Path dayFolder(Path home, LocalDate date) {
        return home.resolve("history").resolve(DAY_PREFIX + date);
    }

    private List<Day> days() throws IOException {
        List<Day> days = new ArrayList<>();
        for (Path entry : Listing.of(folder, DAY_PREFIX + "*")) {
            LocalDate date = date(entry);
            if (date != null) {
                days.add(new Day(date, entry));
            }
        }
        days.sort(Comparator.comparing(Day::date).reversed());
        return days;
    }

    /** Null for a folder that somebody else made. */
    private static @Nullable LocalDate date(Path folder) {
        try {
            return LocalDate.parse(String.valueOf(folder.getFileName()).substring(DAY_PREFIX.length()));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
