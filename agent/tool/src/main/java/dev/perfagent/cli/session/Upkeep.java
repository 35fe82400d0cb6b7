package dev.perfagent.cli.session;

import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.history.KilledRuns;
import dev.perfagent.history.Recovery;
import dev.perfagent.prune.ExpiredDay;
import dev.perfagent.prune.HomeRetention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written and deleted in one's own home before a command reads the history: killed runs are stored, and days that are to
 * be kept no longer are dropped. Folders given with {@code --history} may be anybody's, so nothing is written there.
 */
public final class Upkeep {
    private final Session session;
    private final Path home;

    private Upkeep(Session session) {
        this.session = session;
        this.home = session.home();
    }

    /** Does it and reports what was not as usual. Never fails but for a home that is none. */
    public static void before(Session session, HistoryOptions from) {
        if (from.folders().isEmpty()) {
            Upkeep upkeep = new Upkeep(session);
            IOException problem = upkeep.storeKilledRuns();
            upkeep.dropOldDays();
            if (problem != null && upkeep.canReadMarkers()) { // else StoredRuns says so
                session.report("perf-agent: cannot store killed runs, so their start markers are read: "
                        + problem.getMessage());
            }
        }
    }

    /**
     * Stores killed runs only.
     *
     * @throws IOException when one cannot be stored
     */
    public static void ofKilledRuns(Session session) throws IOException {
        IOException problem = new Upkeep(session).storeKilledRuns();
        if (problem != null) {
            throw problem;
        }
    }

    private boolean canReadMarkers() {
        Path markers = home.resolve("running");
        return Files.isDirectory(markers) && Files.isReadable(markers) && Files.isExecutable(markers);
    }

    private @Nullable IOException storeKilledRuns() {
        Recovery recovery = new KilledRuns(home, session.liveness(), session.clock()).recover();
        recovery.left().forEach(file -> session.report("perf-agent: left " + file + ": it is not a regular file"));
        return recovery.problem();
    }

    private void dropOldDays() {
        try {
            List<ExpiredDay> dropped = new HomeRetention(home, session.clock()).enforce();
            if (!dropped.isEmpty()) {
                session.report("perf-agent: dropped " + dropped.size() + (dropped.size() == 1 ? " day" : " days")
                        + " older than journal.retention_days of instrumentation.yml, up to "
                        + dropped.get(dropped.size() - 1).date());
            }
        } catch (IOException e) {
            session.report("perf-agent: cannot drop old runs: " + e.getMessage());
        }
    }
}
