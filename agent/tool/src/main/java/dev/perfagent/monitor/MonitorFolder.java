package dev.perfagent.monitor;

import dev.perfagent.machine.OwnerOnly;
import dev.perfagent.run.IsoTime;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/**
 * Where the monitor of a home keeps its files: {@code monitor/lock}, {@code monitor/state.json}, {@code monitor/SESSION/} with
 * the tables of one watch, and {@code machine/date=2026-11-20/HOST.ndjson}, a lake as that of the runs.
 *
 * <p>Who runs holds the lock, which the system releases when a process ends in whatever way. So the number of the process is
 * only believed while the lock is held, and cannot be that of another one.
 */
public final class MonitorFolder {
    private final File home;
    private final File folder;

    /** @param home the folder of all that is ours */
    public MonitorFolder(File home) {
        this.home = home;
        this.folder = new File(home, "monitor");
    }

    /** The folder of the home. */
    public File home() {
        return home;
    }

    /** Makes the folder when it is missing. */
    public void create() throws IOException {
        OwnerOnly.createFolder(folder);
    }

    /** Where the tables of that watch are. */
    public File session(String name) {
        return new File(folder, name);
    }

    /** What the process prints: nothing, unless it cannot start. */
    public File log() {
        return new File(folder, "monitor.log");
    }

    /** Who watches, or watched last. */
    public File state() {
        return new File(folder, "state.json");
    }

    /** The folder of all days. */
    public File lake() {
        return new File(home, "machine");
    }

    /** The lines of the day of that time. */
    File day(long timeMillis, String fileName) throws IOException {
        File day = new File(lake(), "date=" + IsoTime.utcDate(timeMillis));
        OwnerOnly.createFolder(day);
        return new File(day, fileName);
    }

    /** Whether a monitor runs. */
    public boolean isLocked() throws IOException {
        File file = new File(folder, "lock");
        if (!file.exists()) {
            return false;
        }
        try (RandomAccessFile open = new RandomAccessFile(file, "rw");
                FileLock lock = open.getChannel().tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    /** Takes the lock until the process ends; null when another one has it. */
    @SuppressWarnings("resource") // it stays open until the process ends
    @Nullable
    FileLock lock() throws IOException {
        create();
        File file = new File(folder, "lock");
        OwnerOnly.createFile(file);
        return new RandomAccessFile(file, "rw").getChannel().tryLock();
    }
}
