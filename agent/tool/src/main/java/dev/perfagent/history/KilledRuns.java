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
    private static final int ANOTHER_STORES = -1;

    /** For markers whose process cannot be looked at: one that lives is refreshed each second. */
    private static final Duration MARKER_IS_DEAD_AFTER = Duration.ofDays(1);

    private final Path home;
    private final Liveness liveness;
    private final Clock clock;

    public KilledRuns(Path home, Liveness liveness, Clock clock) {
        this.home = home;
        this.liveness = liveness;
        this.clock = clock;
    }

    /** Recovers what can be recovered. Never fails: the history is worth reading without it. */
    public Recovery recover() {
        Path running = home.resolve("running");
        try {
            List<Path> files = FolderListing.of(running, "*.json");
            return files.isEmpty() ? Recovery.NOTHING : recover(running, files);
        } catch (IOException e) {
            return new Recovery(0, e);
        }
    }

    /**
     * The runs that {@link #recover} would add to the history. Nothing is written. Another tool may be adding them just now: a
     * run counts once when this is asked before the history is read, because its marker goes only when the history has it.
     *
     * @throws IOException when the markers, or what the history has of their days, cannot be read
     */
    List<RunFile> unstored() throws IOException {
        List<RunFile> found = new ArrayList<>();
        for (Path file : FolderListing.of(home.resolve("running"), "*.json")) {
            StoredMarker marker = readDead(file, false);
            if (marker == null) {
                continue;
            }
            DayFile day = new DayFile(home, marker);
            if (!day.isThere()) {
                found.add(day.unstored());
            }
        }
        return found;
    }

    private Recovery recover(Path running, List<Path> files) throws IOException {
        List<StoredMarker> dead = new ArrayList<>();
        List<Path> left = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file) && Files.exists(file)) { // one that has just gone is none
                left.add(file);
                continue;
            }
            StoredMarker marker = readDead(file, true);
            if (marker != null) {
                dead.add(marker);
            }
        }
        int stored = dead.isEmpty() ? 0 : store(running, dead);
        return new Recovery(Math.max(0, stored), null, stored == ANOTHER_STORES, left);
    }

    private @Nullable StoredMarker readDead(Path file, boolean mayDelete) throws IOException {
        try {
            StoredMarker marker = StoredMarker.read(file);
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

    /** How many there were, or {@link #ANOTHER_STORES}. */
    private int store(Path running, List<StoredMarker> dead) throws IOException {
        Path lockFile = running.resolve(LOCK);
        OwnerOnly.createFile(lockFile.toFile());
        int stored = 0;
        RegularFile.check(lockFile);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            if (lock == null) {
                return ANOTHER_STORES;
            }
            for (StoredMarker marker : dead) {
                if (Files.exists(marker.file())) {
                    new DayFile(home, marker).addOnce();
                    Files.deleteIfExists(marker.file());
                    stored++;
                }
            }
        }
        return stored;
    }

    /** Null when another tool has it; nobody waits for that, because the markers say the same. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private boolean isDead(StoredMarker marker) {
        String here = liveness.host();
        if (here != null && marker.host() != null && !here.equals(marker.host())) {
            return marker.refreshed().isBefore(clock.instant().minus(MARKER_IS_DEAD_AFTER));
        }
        return !liveness.isAlive(marker.pid(), marker.startTicks(), marker.start());
    }

    /** Half a marker says nothing and would be reported for ever; one that lives is written again each second. */
    private void deleteWhenAbandoned(Path file) throws IOException {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(MARKER_IS_DEAD_AFTER))) {
            Files.deleteIfExists(file);
        }
    }
}
