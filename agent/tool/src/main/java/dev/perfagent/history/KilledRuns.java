package dev.perfagent.history;

import dev.perfagent.machine.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns start markers whose process is gone into runs with the outcome {@code killed}.
 *
 * <p>How nothing is lost or doubled: only the holder of a lock works, which the system takes back when the holder dies; the
 * run is on disk before its marker is deleted; and a run that the history holds already is not appended again, so that a
 * crash between the two is made good by whoever comes next.
 */
public final class KilledRuns {
    private static final String LOCK = "recovery.lock";

    /** For markers whose process cannot be looked at: one that lives is refreshed each second. */
    private static final Duration MARKER_IS_DEAD_AFTER = Duration.ofDays(1);

    /** As long as another tool stores what it found; a thousand runs take less. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long LOOK_MILLIS = 10;

    private final Path home;
    private final Liveness liveness;
    private final Clock clock;
    private final Duration patience;

    public KilledRuns(Path home, Liveness liveness, Clock clock) {
        this(home, liveness, clock, PATIENCE);
    }

    /** @param patience how long to wait while another tool recovers */
    KilledRuns(Path home, Liveness liveness, Clock clock, Duration patience) {
        this.home = home;
        this.liveness = liveness;
        this.clock = clock;
        this.patience = patience;
    }

    /** Recovers what can be recovered. Never fails: the history is worth reading without it. */
    public Recovery recover() {
        Path running = home.resolve("running");
        try {
            List<Path> files = Listing.of(running, "*.json");
            return files.isEmpty() ? Recovery.NOTHING : recover(running, files);
        } catch (IOException e) {
            return new Recovery(0, e);
        }
    }

    /**
     * The runs that {@link #recover} would add to the history. Nothing is written.
     *
     * @throws IOException when the markers, or what the history has of their days, cannot be read
     */
    List<Marker> unstored() throws IOException {
        List<Marker> found = new ArrayList<>();
        for (Path file : Listing.of(home.resolve("running"), "*.json")) {
            Marker marker = readDead(file, false);
            if (marker != null && !new DayFile(home, marker).isThere()) {
                found.add(marker);
            }
        }
        return found;
    }

    private Recovery recover(Path running, List<Path> files) throws IOException {
        List<Marker> dead = new ArrayList<>();
        List<Path> left = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file) && Files.exists(file)) { // one that has just gone is none
                left.add(file);
                continue;
            }
            Marker marker = readDead(file, true);
            if (marker != null) {
                dead.add(marker);
            }
        }
        return new Recovery(dead.isEmpty() ? 0 : store(running, dead), null, left);
    }

    private @Nullable Marker readDead(Path file, boolean mayDelete) throws IOException {
        try {
            Marker marker = Marker.read(file);
            return isDead(marker) ? marker : null;
        } catch (MalformedJsonException e) {
            if (mayDelete) {
                deleteWhenAbandoned(file);
            }
            return null;
        } catch (IOException | NewerSchemaException e) {
            // Its process has just ended in order, or it is left to who may read it or understands it.
            return null;
        }
    }

    private int store(Path running, List<Marker> dead) throws IOException {
        Path lockFile = running.resolve(LOCK);
        OwnerOnly.createFile(lockFile.toFile());
        int stored = 0;
        RegularFile.check(lockFile);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock == null) {
                throw new IOException("another perf-agent is storing them");
            }
            for (Marker marker : dead) {
                if (Files.exists(marker.file())) {
                    new DayFile(home, marker).addOnce();
                    Files.deleteIfExists(marker.file());
                    stored++;
                }
            }
        }
        return stored;
    }

    /** Waits while another tool recovers, so that we see what it stores; null when that takes too long. */
    private @Nullable FileLock lock(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        FileLock lock = tryLock(channel);
        while (lock == null && System.nanoTime() - start < patience.toNanos()) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
            lock = tryLock(channel);
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private boolean isDead(Marker marker) {
        String here = liveness.host();
        if (here != null && marker.host() != null && !here.equals(marker.host())) {
            return marker.refreshed().isBefore(clock.instant().minus(MARKER_IS_DEAD_AFTER));
        }
        return !liveness.isAlive(marker.pid(), marker.startTicks(), marker.start());
    }

    /** Half a marker tells nothing and would be told of for ever; one that lives is written again each second. */
    private void deleteWhenAbandoned(Path file) throws IOException {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(MARKER_IS_DEAD_AFTER))) {
            Files.deleteIfExists(file);
        }
    }
}
