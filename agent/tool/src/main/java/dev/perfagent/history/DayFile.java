package dev.perfagent.history;

import dev.perfagent.journal.Journal;
import dev.perfagent.journal.OwnerFile;
import dev.perfagent.machine.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where the run of a marker belongs: the file of its host in the folder of the day it began. */
final class DayFile {
    private final StoredMarker marker;
    private final Path folder;
    private final Path file;

    DayFile(Path home, StoredMarker marker) {
        LocalDate date = LocalDate.ofInstant(marker.start(), ZoneOffset.UTC);
        this.marker = marker;
        this.folder = DayFolders.of(home, date);
        this.file = folder.resolve(Journal.fileName(marker.host()));
    }

    /** What is, or will be, stored. */
    RunFile unstored() {
        return RunFile.of(marker, file);
    }

    /** Appends the run as killed, safe on the disk, unless the day holds it already. */
    void addOnce() throws IOException {
        OwnerOnly.createFolder(folder.toFile());
        if (!isThere()) {
            OwnerFile.appendLineSafely(file.toFile(), marker.killedRun());
        }
    }

    /** Whether the day holds the run, however it ended. */
    boolean isThere() throws IOException {
        LineFilter filter = LineFilter.containing(marker.id());
        RunSelection selection = RunSelection.ALL.where(run -> run.id().equals(marker.id()));
        AtomicBoolean found = new AtomicBoolean();
        for (RunFile stored : RunFile.in(folder)) {
            FinalRecords ends = new FinalRecords(false);
            new LineScan(selection, filter, new ReadTally()).read(stored.whole(), ends, (run, line) -> found.set(true));
            found.compareAndSet(false, !ends.killed().isEmpty());
        }
        return found.get();
    }
}
