package dev.perfagent.cli.session;

import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Progress;
import dev.perfagent.history.History;
import dev.perfagent.history.KilledRuns;
import dev.perfagent.history.NewestFirst;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.ReadBudget;
import dev.perfagent.history.ReadTally;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The history as commands see it, with killed runs that are not stored yet. What cannot be read is reported once. */
public final class StoredRuns {
    private static final String READING = "Reading the history";
    private static final int SHOWN_IDS = 3;

    /** Clocks of machines that collect runs together may differ by that much; what begins later was recorded by a wrong one. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Session session;
    private final HistoryOptions options;
    private final List<Path> homes;
    private final History history;

    private StoredRuns(Session session, HistoryOptions options, List<Path> homes, History history) {
        this.session = session;
        this.options = options;
        this.homes = homes;
        this.history = history;
        history.leaveOutAfter(latest(session));
    }

    /** The same runs, for a question beside the command's own: what cannot be read is not counted again. */
    public History aside() throws IOException {
        return options.folders().isEmpty() ? new History(session.home()) : History.of(homes);
    }

    /** Changes when runs are added or deleted: the sizes and times of all files they are in. */
    public String state() throws IOException {
        CRC32 sum = new CRC32();
        for (Path home : homes) {
            Path folder = home.resolve("history");
            try (Stream<Path> files = Files.walk(Files.isDirectory(folder) ? folder : home)) {
                for (Path file : files.sorted().toList()) {
                    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                    String entry = file + " " + now.size() + " " + now.lastModifiedTime();
                    sum.update(entry.getBytes(StandardCharsets.UTF_8));
                }
            } catch (NoSuchFileException | UncheckedIOException e) {
                sum.update(1); // deleted meanwhile, so that it is another state
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** What begins later is dated in the future. */
    public static Instant latest(Session session) {
        return session.clock().instant().plus(CLOCK_SKEW);
    }

    /**
     * Opens them for reading; nothing is written. Killed runs that are not stored are read from their start markers. Own runs are
     * as a command wants them after {@link Upkeep}.
     */
    public static StoredRuns open(Session session, HistoryOptions options) throws IOException {
        boolean own = options.folders().isEmpty();
        List<Path> homes = own ? List.of(session.home()) : History.expand(options.folders());
        History history = own ? new History(session.home()) : History.of(homes);
        Set<Path> seen = new HashSet<>();
        for (Path home : homes) {
            if (seen.add(own ? home : home.toRealPath())) {
                addUnstored(new KilledRuns(home, session.liveness(), session.clock()), history, session);
            }
        }
        return new StoredRuns(session, options, homes, history);
    }

    private static void addUnstored(KilledRuns killed, History history, Session session) {
        try {
            history.addUnstored(killed);
        } catch (IOException e) {
            session.report("perf-agent: killed runs may be missing: " + e.getMessage());
        }
    }

    public History history() {
        return history;
    }

    /**
     * Gathers the selected runs, reports progress while it takes long, and afterwards what could not be read.
     *
     * @throws IOException also when that was anything and the user wants to know
     */
    public <R> R collect(RunSelection selection, Collector<? super StoredRun, ?, R> collector) throws IOException {
        R result;
        try (Progress progress = Progress.of(READING, session.err())) {
            history.reportProgressTo(progress);
            result = history.collect(selection, collector);
        }
        reportProblems();
        return result;
    }

    /**
     * Hands over the selected runs from the newest day on, until there are enough. What could not be read is left for the command
     * to report when it has asked for the last time.
     */
    void readNewest(RunSelection selection, NewestFirst to, ReadBudget budget) throws IOException {
        try (Progress progress = Progress.of(READING, session.err())) {
            history.reportProgressTo(progress);
            history.readNewest(selection, to, budget);
        }
    }

    /** Hands over the selected runs in the order of {@link History#read}; the rest as {@link #collect} does it. */
    public void read(RunSelection selection, Consumer<RawRun> runs) throws IOException {
        try (Progress progress = Progress.of(READING, session.err())) {
            history.reportProgressTo(progress);
            history.read(selection, runs);
        }
        reportProblems();
    }

    void reportHowToRecord() throws IOException {
        String places = homes.stream().map(Path::toString).collect(Collectors.joining(", "));
        if (!history.tally().isWhole()) {
            session.report("perf-agent: no line in " + places + " is a run that can be read");
        } else if (options.folders().isEmpty() && !session.mayRecord()) {
            session.report("perf-agent: no runs in " + places + ", and none can be recorded there, because it cannot be"
                    + " written to; correct --home or PERF_AGENT_HOME");
        } else {
            session.report("No runs in " + places + " yet. To record some:\n  java -javaagent:perf-agent.jar"
                    + (session.common().isHomeGiven() ? "=home=" + places : "") + " -jar your-tool.jar");
        }
    }

    /** Reports that no run has such an id, and which ids the newest runs have; the exit code for that. */
    public int reportNoSuchId(String id) throws IOException {
        List<String> newest = history.newest(RunQuery.newest(SHOWN_IDS)).stream()
                .map(RawRun::id)
                .toList();
        if (newest.isEmpty()) {
            reportHowToRecord();
        } else {
            session.report("perf-agent: no run has an id that begins with '" + id + "'"
                    + (newest.size() == 1 ? "; the only one is " : "; the newest are ") + String.join(", ", newest));
        }
        return ExitCode.USAGE;
    }

    /**
     * Reports what was passed over.
     *
     * @throws IOException when that was anything and the user wants to know
     */
    public void reportProblems() throws IOException {
        reportProblems(session, history.tally(), "run");
        reportFuture(session, history.tally().future(), "run");
        if (options.isStrict() && !history.tally().isWhole()) {
            throw new IOException("the history cannot be read in full, and --strict was given");
        }
    }

    /** Reports how many such things were left out because they are dated in the future. */
    public static void reportFuture(Session session, long count, String thing) {
        if (count > 0) {
            session.report("perf-agent: left out " + Amount.counted(count, thing, thing + "s")
                    + " dated in the future, because a clock was wrong");
        }
    }

    /** Reports what was passed over while reading such things. */
    public static void reportProblems(Session session, ReadTally tally, String thing) {
        IOException problem = tally.firstProblem();
        if (problem != null) {
            long others = tally.unreadableFiles() - 1;
            session.report("perf-agent: " + problem.getMessage() + (others > 0 ? " (and " + others + " more)" : ""));
        }
        long malformed = tally.malformed();
        if (malformed > 0) {
            session.report("perf-agent: skipped " + malformed
                    + (malformed == 1
                            ? " line that is not a complete " + thing
                            : " lines that are not complete " + thing + "s"));
        }
        long newer = tally.newer();
        if (newer > 0) {
            session.report("perf-agent: skipped " + newer + (newer == 1 ? " line" : " lines")
                    + " of a newer perf-agent; use that version to see " + (newer == 1 ? "it" : "them"));
        }
    }
}
