package dev.perfagent.journal;

import dev.perfagent.run.IsoTime;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.run.RunJson;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Appends runs to the history: {@code history/date=2026-11-20/HOST.ndjson}, the date in UTC. */
public final class Journal {
    /** The file's name where the host has none. */
    private static final String NO_HOST = "localhost";

    /** A failure may turn out to be a success, which is two letters longer: blanks behind a JSON object mean nothing. */
    private static final String ROOM = "  ";

    private final Home home;

    /** The history of that home. */
    public Journal(Home home) {
        this.home = home;
    }

    /** Keeps a run. */
    public void append(Run run) throws IOException {
        String line = RunJson.line(run);
        OwnerFile.appendLine(file(run), run.outcome() == Outcome.SUCCESS ? line : line + ROOM);
    }

    /** Replaces a run that is kept by what is known of it now, in its place. */
    public void correct(Run run) throws IOException {
        LineCorrection.replace(file(run), "\"execution_id\":\"" + run.executionId() + '"', RunJson.line(run));
    }

    private File file(Run run) throws IOException {
        File day = home.resolve("history/date=" + IsoTime.utcDate(run.startMillis()));
        OwnerFile.createFolder(day);
        return new File(day, fileName(run.environment().host()));
    }

    /**
     * The file of a host on each day: one for each, as no lock keeps the appends of two apart. Host names are the same in
     * capitals.
     */
    public static String fileName(@Nullable String host) {
        return Home.fileName(host == null ? NO_HOST : host, false) + ".ndjson";
    }
}
