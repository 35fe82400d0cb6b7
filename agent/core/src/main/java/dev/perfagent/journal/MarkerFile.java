package dev.perfagent.journal;

import dev.perfagent.machine.ProcessStat;
import dev.perfagent.run.Run;
import dev.perfagent.run.RunJson;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The start marker of this process, {@code running/PID-START.json}: what is known of a run that goes on, for the case that it is
 * killed. Deleted at an orderly end.
 */
public final class MarkerFile {
    private final Home home;
    private @Nullable File file;

    /** Of this process; nothing is written yet. */
    public MarkerFile(Home home) {
        this.home = home;
    }

    /** Writes what is known now. Does nothing where the process has no known id. */
    public synchronized void refresh(Run run, long nowMillis) throws IOException {
        ProcessStat stat = ProcessStat.now();
        if (stat == null) {
            return;
        }
        if (file == null) {
            OwnerFile.createFolder(home.resolve("running"));
            file = home.resolve("running/" + stat.pid() + '-' + run.startMillis() + ".json");
        }
        OwnerFile.replace(file, RunJson.marker(run, stat.pid(), stat.startTicks(), nowMillis));
    }

    /** The run is in the history: the marker is not needed any more. */
    public synchronized void delete() {
        if (file != null) {
            file.delete();
        }
    }
}
