package dev.perfagent.history;

import dev.perfagent.history.RunFile.Chunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The stored runs of one or more machines, read as a stream. Of days outside the time asked for no file is opened, and memory
 * does not grow with the history.
 *
 * <p>What cannot be read is counted in {@link #tally()} and passed over. A run that was taken for killed and ended in order
 * after all counts once.
 */
public final class History {
    /** How much later than another one that is appended after it a run may have ended. */
    private static final Duration OUT_OF_ORDER = Duration.ofHours(1);

    private final List<Path> folders;
    private final Map<LocalDate, List<RunFile>> killed = new TreeMap<>();
    private final ReadTally tally = new ReadTally();
    private ReadProgress progress = ReadProgress.UNSEEN;
    private @Nullable Instant latest;

    /** @param home the folder that holds {@code history} */
    public History(Path home) {
        this.folders = List.of(home.resolve(DayFolders.FOLDER));
    }

    private History(List<Path> folders) {
        this.folders = folders;
    }

    /**
     * The runs of several homes or history folders together. A folder that is named twice is read once.
     *
     * @throws IOException when one of them is not there
     */
    public static History of(List<Path> homesOrFolders) throws IOException {
        Map<Path, Path> folders = new LinkedHashMap<>();
        for (Path given : homesOrFolders) {
            if (!Files.isDirectory(given)) {
                throw FileProblem.with(
                        given,
                        Files.exists(given)
                                ? new NotDirectoryException(given.toString())
                                : new IOException("there is no such folder"));
            }
            Path inside = given.resolve(DayFolders.FOLDER);
            Path folder = Files.isDirectory(inside) ? inside : given;
            folders.putIfAbsent(folder.toRealPath(), folder);
        }
        return new History(List.copyOf(folders.values()));
    }

    /**
     * Those folders; in place of one that only holds homes or history folders, such as those collected from several machines,
     * what it holds.
     *
     * @throws IOException when one of them cannot be read
     */
    public static List<Path> expand(List<Path> given) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path folder : given) {
            List<Path> inside = new ArrayList<>();
            if (Files.isDirectory(folder) && !holdsRuns(folder)) {
                for (Path entry : FolderListing.of(folder, "*")) {
                    if (holdsRuns(entry)) {
                        inside.add(entry);
                    }
                }
            }
            folders.addAll(inside.isEmpty() ? List.of(folder) : inside);
        }
        return folders;
    }

    private static boolean holdsRuns(Path folder) throws IOException {
        return Files.isDirectory(folder.resolve(DayFolders.FOLDER))
                || Files.isDirectory(folder)
                        && !FolderListing.of(folder, DayFolders.DAY_PREFIX + "*")
                                .isEmpty();
    }

    /**
     * From now on killed runs of a home are read from their start markers, where they cannot or must not be stored.
     *
     * @throws IOException when the markers, or what the history has of their days, cannot be read
     */
    public void addUnstored(KilledRuns runs) throws IOException {
        for (RunFile run : runs.unstored()) {
            LocalDate day = Objects.requireNonNull(
                    DayFolders.dayOf(run.path().resolveSibling(".").normalize()));
            killed.computeIfAbsent(day, first -> new ArrayList<>()).add(run);
        }
    }

    /** From now on that is called with how far {@link #collect} or {@link #read} has come. */
    public void reportProgressTo(ReadProgress to) {
        progress = to;
    }

    /**
     * From now on what begins later than that is left out and counted, unless the time asked for names the time after it, or the
     * run's id is asked for.
     */
    public void leaveOutAfter(Instant moment) {
        latest = moment;
    }

    /** What could not be read so far. */
    public ReadTally tally() {
        return tally;
    }

    /**
     * Gathers the selected runs with all processors. The collector is given them in any order, and the parts it gathered are
     * combined in any order; its memory is all that grows.
     *
     * @throws IOException when there is a history and none of it can be read
     */
    public <R> R collect(RunSelection selection, Collector<? super StoredRun, ?, R> collector) throws IOException {
        ReadTally reading = new ReadTally();
        R result = new ParallelScan(all(files(selection, reading)), selection.startingBy(latest), progress)
                .collect(collector, reading);
        end(reading);
        return result;
    }

    /**
     * Hands over the selected runs day by day, the newest day first, and stops when enough of them are known. Of a day that is
     * read, lines that begin earlier than is still wanted are not read to their end.
     *
     * @throws IOException when there is a history and none of it can be read
     */
    public void readNewest(RunSelection selection, NewestFirst to) throws IOException {
        readNewest(selection, to, ReadBudget.unlimited());
    }

    /**
     * The same, but it stops, too, when the budget is spent.
     *
     * @throws IOException when there is a history and none of it can be read
     */
    public void readNewest(RunSelection selection, NewestFirst to, ReadBudget budget) throws IOException {
        ReadTally reading = new ReadTally();
        List<HistoryDay> days = newestFirst(reading);
        for (int i = 0; i < days.size(); i++) {
            HistoryDay day = days.get(i);
            if (day.isIn(selection.time().notBefore(to.since()))) {
                for (RunFile file : day.files(reading)) {
                    readNewest(file, selection.startingBy(latest), reading, to, budget);
                }
                if (budget.endsAt(day.date())) {
                    break;
                }
            }
            progress.at(i + 1L, days.size());
        }
        end(reading);
    }

    /**
     * Hands over the selected runs one after the other with the lines they came from: day by day, the oldest first; of a day,
     * file by file in the order they were appended, killed ones of all files last.
     *
     * @throws IOException when there is a history and none of it can be read
     */
    public void read(RunSelection selection, Consumer<RawRun> runs) throws IOException {
        ReadTally reading = new ReadTally();
        List<List<RunFile>> days = files(selection, reading);
        long total = days.stream().mapToLong(History::size).sum();
        long done = 0;
        LineScan scan = new LineScan(selection.startingBy(latest), LineFilter.ALL, reading);
        for (List<RunFile> day : days) {
            read(day, scan, reading, runs);
            done += size(day);
            progress.at(done, total);
        }
        end(reading);
    }

    /**
     * The newest runs that fit, newest first. Days that cannot hold any of them are not read.
     *
     * @throws IOException when there is a history and none of it can be read
     */
    public List<RawRun> newest(RunQuery query) throws IOException {
        return newest(query, ReadBudget.unlimited());
    }

    /**
     * The same, but no more is read than the budget allows.
     *
     * @throws IOException when there is a history and none of it can be read
     */
    public List<RawRun> newest(RunQuery query, ReadBudget budget) throws IOException {
        NewestRuns newest = new NewestRuns(query.limit());
        readNewest(query.selection(), newest, budget);
        return newest.newestFirst();
    }

    /**
     * The newest runs whose id begins so, newest first; only the one when the id is given in full.
     *
     * @param limit how many at most, at least 1; that many may mean that there are more
     * @throws IOException when there is a history and none of it can be read
     */
    public List<RawRun> ofId(String prefix, int limit) throws IOException {
        TimeRange when = IdTime.of(prefix);
        List<RawRun> found = when == null ? List.of() : ofId(prefix, limit, when);
        return found.isEmpty() ? ofId(prefix, limit, TimeRange.EVER) : found;
    }

    private List<RawRun> ofId(String prefix, int limit, TimeRange days) throws IOException {
        ReadTally reading = new ReadTally();
        NewestRuns exact = new NewestRuns(1);
        NewestRuns found = new NewestRuns(limit);
        LineFilter filter = LineFilter.containing(prefix);
        RunSelection selection =
                RunSelection.ALL.in(TimeRange.EVER).where(run -> run.id().startsWith(prefix));
        for (HistoryDay day : newestFirst(reading)) {
            if (!day.isIn(days)) {
                continue;
            }
            read(
                    day,
                    new LineScan(selection, filter, reading),
                    reading,
                    run -> (run.id().equals(prefix) ? exact : found).take(run));
            if (exact.isFull() || found.isFull()) {
                break;
            }
        }
        end(reading);
        return exact.isFull() ? exact.newestFirst() : found.newestFirst();
    }

    private void end(ReadTally reading) throws IOException {
        tally.addReading(reading);
        tally.throwIfNothingWasRead();
    }

    private static void read(HistoryDay day, LineScan scan, ReadTally reading, Consumer<RawRun> runs) {
        read(day.files(reading), scan, reading, runs);
    }

    /** A run whose marker was read may be in the file as well by now. */
    private static void read(List<RunFile> day, LineScan scan, ReadTally reading, Consumer<RawRun> runs) {
        Map<Path, FinalRecords> ends = new LinkedHashMap<>();
        for (RunFile file : day) {
            try {
                FinalRecords ofFile = ends.computeIfAbsent(file.path(), first -> new FinalRecords(true));
                scan.read(file.whole(), ofFile, (run, line) -> runs.accept(RawRun.of(run, line)));
                reading.countFile();
            } catch (IOException e) {
                reading.countUnreadable(file.path(), e);
            }
        }
        ends.values().forEach(ofFile -> ofFile.killed().forEach(runs));
    }

    /**
     * From its end on. A run is appended when it ends: so before lines of runs that ended before any that is still wanted began,
     * only the first of each part is looked at, in case somebody joined several files. Of other lines no more than the start has
     * to be read.
     */
    private static void readNewest(
            RunFile file, RunSelection selection, ReadTally reading, NewestFirst to, ReadBudget budget) {
        FinalRecords ends = new FinalRecords(true);
        LineScan scan = new LineScan(selection, LineFilter.ALL, reading);
        try {
            Instant settled = null;
            for (Chunk chunk : file.newestChunks()) {
                if (!budget.take(settled == null ? chunk.bytes() : 0)) {
                    break;
                }
                scan.select(selection.in(selection.time().notBefore(to.since())));
                scan.readUnlessBefore(settled, chunk, ends, (run, line) -> to.take(RawRun.of(run, line)));
                Instant since = to.since();
                Instant before = since == null ? null : since.minus(OUT_OF_ORDER);
                settled = before != null && scan.passedOnlyEndedBefore(before) ? before : null;
            }
            reading.countFile();
        } catch (IOException e) {
            reading.countUnreadable(file.path(), e);
        }
        ends.killed().forEach(to::take);
    }

    /** Day by day, the oldest first. */
    private List<List<RunFile>> files(RunSelection selection, ReadTally reading) throws IOException {
        List<List<RunFile>> files = new ArrayList<>();
        for (HistoryDay day : days(reading)) {
            if (day.isIn(selection.time())) {
                files.add(day.files(reading));
            }
        }
        return files;
    }

    private static List<RunFile> all(List<List<RunFile>> days) {
        return days.stream().flatMap(List::stream).toList();
    }

    private static long size(List<RunFile> files) {
        return files.stream().mapToLong(RunFile::size).sum();
    }

    private List<HistoryDay> newestFirst(ReadTally reading) throws IOException {
        List<HistoryDay> days = new ArrayList<>(days(reading));
        Collections.reverse(days);
        return days;
    }

    /** The oldest first. */
    private List<HistoryDay> days(ReadTally reading) throws IOException {
        Map<LocalDate, List<Path>> days = new TreeMap<>();
        killed.keySet().forEach(date -> days.put(date, new ArrayList<>()));
        for (Path folder : folders) {
            for (Path entry : FolderListing.of(folder, DayFolders.DAY_PREFIX + "*")) {
                LocalDate date = DayFolders.parsedDay(entry);
                if (date != null && !RecordTime.isPossible(date)) {
                    reading.countMalformed(entry);
                } else if (date != null && Files.isDirectory(entry)) {
                    days.computeIfAbsent(date, first -> new ArrayList<>()).add(entry);
                }
            }
        }
        return days.entrySet().stream()
                .map(day -> new HistoryDay(day.getKey(), day.getValue(), killed.getOrDefault(day.getKey(), List.of())))
                .toList();
    }
}
