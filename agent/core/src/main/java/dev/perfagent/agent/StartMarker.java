package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.MarkerFile;
import dev.perfagent.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * The start marker of this process: written by the sampler when a run has gone on for a while, deleted when it is stored. Not
 * safe for concurrent use.
 */
final class StartMarker {
    private final Home home;
    private final AgentLog log;
    private @Nullable MarkerFile marker;

    StartMarker(Home home, AgentLog log) {
        this.home = home;
        this.log = log;
    }

    /** Writes what is known of the run by now. */
    void refresh(Run run) {
        try {
            if (marker == null) {
                marker = new MarkerFile(home);
            }
            marker.refresh(run, System.currentTimeMillis());
        } catch (Throwable failure) { // a thread of ours may not print its stack trace on the application's stderr
            log.report("the start marker could not be written", failure);
        }
    }

    /** The run has ended. */
    void delete() {
        if (marker != null) {
            marker.delete();
            marker = null;
        }
    }
}
