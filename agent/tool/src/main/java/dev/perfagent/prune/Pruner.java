package dev.perfagent.prune;

import dev.perfagent.history.DayFolders;
import dev.perfagent.history.FileProblem;
import dev.perfagent.history.FolderListing;
import dev.perfagent.history.History;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds and deletes the oldest days of a history. A day goes as a whole, so no file is ever rewritten under a process that
 * appends to it; and a day on which an execution began that still runs stays.
 */
public final class Pruner {
    private static final Pattern MARKER = Pattern.compile("\\d+-(\\d{1,15})\\.json");
    private static final String RUNS = "*.{ndjson,ndjson.gz}";

    /** Whoever writes a file under another name first renames it within moments. */
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private final Path home;
    private final Clock clock;

    /** @param home the folder that holds {@code history} */
    public Pruner(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /**
     * The days before the last so many, the oldest first.
     *
     * @param days to keep, today in UTC included; at least 1
     */
    public List<ExpiredDay> beyondDays(int days) throws IOException {
        return days(firstOfLast(days));
    }

    /**
     * The oldest days without which at least so many runs remain, the oldest first. Today and yesterday remain in any case:
     * runs that began then may just be ending.
     *
     * @param runs to keep, at least 1
     */
    public List<ExpiredDay> beyondRuns(long runs) throws IOException {
        List<ExpiredDay> newestFirst = new ArrayList<>(days(LocalDate.MAX));
        Collections.reverse(newestFirst);
        LocalDate first = LocalDate.MAX;
        long kept = 0;
        for (ExpiredDay day : newestFirst) {
            if (kept >= runs) {
                break;
            }
            kept += count(day.date());
            first = day.date();
        }
        LocalDate yesterday = today().minusDays(1);
        return kept < runs ? List.of() : days(first.isBefore(yesterday) ? first : yesterday);
    }

    /**
     * What monitors wrote of the machine before a day, the oldest first: whole days of samples, and the tables of watches that
     * ended before it.
     */
    public List<ExpiredDay> ofMonitors(LocalDate before) throws IOException {
        List<ExpiredDay> found = new ArrayList<>();
        for (Path folder : FolderListing.of(home.resolve("machine"), "date=*")) {
            LocalDate date = DayFolders.dayOf(folder);
            if (date != null && date.isBefore(before) && isOurs(folder)) {
                found.add(day(date, folder, "*.ndjson"));
            }
        }
        for (Path folder : FolderListing.of(home.resolve("monitor"), "2*Z")) {
            Path samples = folder.resolve("resources.csv");
            if (isOurs(folder) && Files.isRegularFile(samples, LinkOption.NOFOLLOW_LINKS)) {
                Instant last = Files.getLastModifiedTime(samples).toInstant();
                LocalDate date = LocalDate.ofInstant(last, ZoneOffset.UTC);
                if (date.isBefore(before)) {
                    found.add(day(date, folder, "*.{csv,json}"));
                }
            }
        }
        found.sort(Comparator.comparing(ExpiredDay::date));
        return found;
    }

    /** The first of the last so many days, today in UTC included. */
    public LocalDate firstOfLast(int days) {
        return today().minusDays(days - 1L);
    }

    /** Half-written files that their writers left behind. */
    public List<Path> abandoned() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(home.resolve("running"), home.resolve("plans")));
        folders.addAll(FolderListing.of(home.resolve("recent"), "*"));
        Instant latest = clock.instant().minus(ABANDONED_AFTER);
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : FolderListing.of(folder, "*.tmp")) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** Deletes the runs of a day, and its folder unless somebody keeps other things in it. */
    public void delete(ExpiredDay day) throws IOException {
        for (Path file : day.files()) {
            delete(file);
        }
        delete(day.folder());
    }

    /** Deletes a file; it may be gone already. */
    public void delete(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (DirectoryNotEmptyException e) {
            return;
        } catch (IOException e) {
            throw FileProblem.deleting(file, e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Those before that one that may go. */
    private List<ExpiredDay> days(LocalDate before) throws IOException {
        Set<LocalDate> needed = daysOfRunning();
        List<ExpiredDay> days = new ArrayList<>();
        for (Path folder : DayFolders.in(home)) {
            LocalDate date = DayFolders.dayOf(folder);
            if (date != null && isOurs(folder) && date.isBefore(before) && !needed.contains(date)) {
                days.add(day(date, folder, RUNS));
            }
        }
        return days;
    }

    /** What a link points to is somebody else's. */
    private static boolean isOurs(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static ExpiredDay day(LocalDate date, Path folder, String names) throws IOException {
        List<Path> files = new ArrayList<>();
        long bytes = 0;
        for (Path file : FolderListing.of(folder, names)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                bytes += file.toFile().length(); // 0 when another prune was faster
            }
            if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                files.add(file);
            }
        }
        return new ExpiredDay(date, folder, files, bytes);
    }

    private long count(LocalDate date) throws IOException {
        Instant from = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        TimeRange day = new TimeRange(from, from.plus(Duration.ofDays(1)));
        return new History(home).collect(RunSelection.ALL.in(day), Collectors.counting());
    }

    /** A run goes to the day it began on, however long it takes; its marker is named after its start. */
    private Set<LocalDate> daysOfRunning() throws IOException {
        Set<LocalDate> days = new HashSet<>();
        for (Path marker : FolderListing.of(home.resolve("running"), "*.json")) {
            Matcher name = MARKER.matcher(String.valueOf(marker.getFileName()));
            if (name.matches()) {
                Instant start = Instant.ofEpochMilli(Long.parseLong(name.group(1)));
                days.add(LocalDate.ofInstant(start, ZoneOffset.UTC));
            }
        }
        return days;
    }
}
