package dev.perfagent.journal;

import dev.perfagent.run.IsoTime;
import dev.perfagent.run.Run;
import dev.perfagent.run.RunJson;
import java.io.File;
import java.io.IOException;

/** Appends runs to the history: {@code history/date=2026-11-20/HOST.ndjson}, the date in UTC. */
public final class Journal {
    /** The file's name where the host has none. */
    public static final String NO_HOST = "localhost";

    private final Home home;

    /** The history of that home. */
    public Journal(Home home) {
        this.home = home;
    }

    /** Keeps a run. */
    public void append(Run run) throws IOException {
        File day = home.resolve("history/date=" + IsoTime.utcDate(run.startMillis()));
        OwnerFile.createFolder(day);
        String host = run.environment().host();
        File file = new File(day, Home.fileName(host == null ? NO_HOST : host) + ".ndjson");
        OwnerFile.appendLine(file, RunJson.line(run));
    }
}
