package dev.perfagent.history;

import dev.perfagent.journal.Journal;
import dev.perfagent.machine.OwnerOnly;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where the run of a marker belongs: the file of its host in the folder of the day it began. */
final class DayFile {
    /** Together half a second: a write takes microseconds, unless its process has to wait for a processor or the disk. */
    private static final int MOST_LOOKS = 51;

    private static final long LOOK_MILLIS = 10;

    private final Marker marker;
    private final Path folder;
    private final Path file;

    DayFile(Path home, Marker marker) {
        LocalDate date = LocalDate.ofInstant(marker.start(), ZoneOffset.UTC);
        this.marker = marker;
        this.folder = History.dayFolder(home, date);
        this.file = folder.resolve(Journal.fileName(marker.host()));
    }

    /** Appends the run as killed, safe on the disk, unless the day holds it already. */
    void addOnce() throws IOException {
        OwnerOnly.createFolder(folder.toFile());
        OwnerOnly.createFile(file.toFile());
        if (!isThere()) {
            append(marker.killedRun());
        }
    }

    /** Whether the day holds the run, however it ended. */
    boolean isThere() throws IOException {
        LineFilter filter = LineFilter.containing(marker.id());
        RunSelection selection = RunSelection.ALL.where(run -> run.id().equals(marker.id()));
        AtomicBoolean found = new AtomicBoolean();
        for (RunFile stored : RunFile.in(folder)) {
            Ends ends = new Ends(false);
            new LineScan(selection, filter, new ReadTally()).read(stored.whole(), ends, (run, line) -> found.set(true));
            found.compareAndSet(false, !ends.killed().isEmpty());
        }
        return found.get();
    }

    /** One write at the end, as measured processes append to the same file at the same time. */
    private void append(byte[] line) throws IOException {
        RegularFile.check(file);
        byte[] bytes = endsInHalfALine() ? withLineEndBefore(line) : line;
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(bytes);
            out.getFD().sync();
        }
    }

    /** A line that a process is just writing looks like one that was cut off, so it is given some time. */
    private boolean endsInHalfALine() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            for (int looks = 1; endsInHalfALine(in); looks++) {
                if (looks == MOST_LOOKS) {
                    return true;
                }
                Thread.sleep(LOOK_MILLIS);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean endsInHalfALine(RandomAccessFile in) throws IOException {
        long length = in.length();
        if (length == 0) {
            return false;
        }
        in.seek(length - 1);
        return in.read() != '\n';
    }

    private static byte[] withLineEndBefore(byte[] line) {
        byte[] both = new byte[line.length + 1];
        both[0] = '\n';
        System.arraycopy(line, 0, both, 1, line.length);
        return both;
    }
}
