package dev.perfagent.prune;

import dev.perfagent.machine.OwnerOnly;
import dev.perfagent.plan.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long runs are kept: {@code journal.retention_days} of instrumentation.yml, which plans carry. Applications share a home
 * and its files, so of several figures the largest holds.
 *
 * <p>Measured processes do not pay for it: the tool sees to it when it reads the history, at most once a day.
 */
public final class HomeRetention {
    private static final Duration PAUSE = Duration.ofDays(1);

    private final Path home;
    private final Clock clock;

    /** @param home the folder that holds {@code history} and {@code plans} */
    public HomeRetention(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** Days that runs are kept, at least 1; null when no configuration is known. */
    public @Nullable Integer days() {
        Integer days = null;
        for (PlanFile file : PlanFile.in(home.resolve("plans").toFile())) {
            if (file.plan() != null) {
                int stated = file.plan().settings().retentionDays();
                days = days == null || stated > days ? (Integer) stated : days;
            }
        }
        return days;
    }

    /**
     * Drops the days beyond it, unless that was done today. Does nothing when no configuration is known: what was meant to be
     * kept cannot be told then.
     */
    public List<ExpiredDay> enforce() throws IOException {
        if (!isDue()) {
            return List.of();
        }
        Integer days = days();
        if (days == null) {
            return List.of();
        }
        Pruner pruner = new Pruner(home, clock);
        List<ExpiredDay> old = pruner.beyondDays(days);
        for (ExpiredDay day : old) {
            pruner.delete(day);
        }
        for (ExpiredDay watched : pruner.ofMonitors(pruner.firstOfLast(days))) {
            pruner.delete(watched);
        }
        touch();
        return old;
    }

    private boolean isDue() throws IOException {
        if (!Files.isDirectory(home.resolve("history"))) {
            return false;
        }
        Path stamp = stamp();
        Instant now = clock.instant();
        if (!Files.exists(stamp)) {
            return true;
        }
        Instant last = Files.getLastModifiedTime(stamp).toInstant();
        return last.isAfter(now) || last.plus(PAUSE).isBefore(now);
    }

    private void touch() throws IOException {
        Files.deleteIfExists(stamp()); // one of before may be open to others, or closed to us
        OwnerOnly.createFile(stamp().toFile());
        Files.setLastModifiedTime(stamp(), FileTime.from(clock.instant()));
    }

    private Path stamp() {
        return home.resolve("pruned");
    }
}
