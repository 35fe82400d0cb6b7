package dev.perfagent.journal;

import dev.perfagent.machine.Redaction;
import dev.perfagent.machine.TerminalText;
import dev.perfagent.run.IsoTime;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The agent's own problems, {@code agent.log}: each written once a process, a bounded number of them, never thrown. */
public final class AgentLog {
    private static final long LARGEST_BYTES = 1024 * 1024;
    private static final int MOST_MESSAGES = 50;
    private static final int FRAMES = 8;

    private final Home home;
    private final Set<String> stated = new HashSet<>();

    /** The log of that home. */
    public AgentLog(Home home) {
        this.home = home;
    }

    /** Something did not work. */
    public void report(String what) {
        report(what, TerminalText.escape(what, true));
    }

    /**
     * Something failed with that.
     *
     * @return false when there is no place to say it, at the first time
     */
    public boolean report(String what, Throwable thrown) {
        Throwable cause = thrown.getCause();
        Throwable failure = thrown instanceof ReflectiveOperationException && cause != null ? cause : thrown;
        String key = what + ": " + failure.getClass().getName();
        StringBuilder text = new StringBuilder(TerminalText.escape(key, true));
        String message = failure.getMessage();
        if (message != null) {
            text.append(": ")
                    .append(TerminalText.escape(Redaction.ofThisProcess().apply(message), true));
        }
        StackTraceElement[] stack = failure.getStackTrace();
        for (int i = 0; i < stack.length && i < FRAMES; i++) {
            text.append("\n    at ").append(TerminalText.escape(stack[i].toString(), true));
        }
        return report(key, text.toString());
    }

    private synchronized boolean report(String key, String text) {
        if (stated.size() >= MOST_MESSAGES || !stated.add(key)) {
            return true;
        }
        try {
            OwnerFile.createFolder(home.folder());
            File file = home.resolve("agent.log");
            if (file.length() > LARGEST_BYTES) {
                file.renameTo(home.resolve("agent.log.1"));
            }
            OwnerFile.appendLine(file, IsoTime.utc(System.currentTimeMillis()) + ' ' + text);
            return true;
        } catch (IOException | RuntimeException unwritable) {
            return false; // the application must not notice
        }
    }
}
