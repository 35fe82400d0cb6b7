package dev.perfagent.cli.command;

import dev.perfagent.history.History;
import dev.perfagent.history.KilledRuns;
import dev.perfagent.history.ReadTally;
import dev.perfagent.history.Recovery;
import java.io.IOException;
import java.nio.file.Path;

/** The history as commands see it: killed runs are taken in first, and what could not be read is told once. */
final class StoredRuns {
    private final Session session;
    private final History history;

    private StoredRuns(Session session, History history) {
        this.session = session;
        this.history = history;
    }

    static StoredRuns open(Session session) {
        Path home = session.home();
        Recovery recovery = new KilledRuns(home, session.liveness(), session.clock()).recover();
        IOException problem = recovery.problem();
        if (problem != null) {
            session.tell("perf-agent: cannot take in killed runs: " + problem.getMessage());
        }
        return new StoredRuns(session, new History(home));
    }

    History history() {
        return history;
    }

    void tellProblems() {
        tellProblems(session, history.tally(), "run");
    }

    /** Tells what was passed over while reading such things. */
    static void tellProblems(Session session, ReadTally tally, String thing) {
        IOException problem = tally.firstProblem();
        if (problem != null) {
            long others = tally.unreadableFiles() - 1;
            session.tell("perf-agent: " + problem.getMessage() + (others > 0 ? " (and " + others + " more)" : ""));
        }
        long malformed = tally.malformed();
        if (malformed > 0) {
            session.tell("perf-agent: skipped " + malformed + (malformed == 1 ? " line that is" : " lines that are")
                    + " no complete " + thing);
        }
        long newer = tally.newer();
        if (newer > 0) {
            session.tell("perf-agent: skipped " + newer + (newer == 1 ? " line" : " lines")
                    + " of a newer perf-agent; use that version to see " + (newer == 1 ? "it" : "them"));
        }
    }
}
