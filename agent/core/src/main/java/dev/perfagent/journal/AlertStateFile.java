package dev.perfagent.journal;

import dev.perfagent.choice.AlertStates;
import dev.perfagent.run.Run;
import java.io.IOException;

/** Where a command's alerts stand, {@code alerts/APPLICATION/COMMAND}; there is none for a command that never had one. */
public final class AlertStateFile {
    private static final int KEPT_BYTES = 8 * 1024;

    private final CommandFile file;

    /** That of the run's command. */
    public AlertStateFile(Home home, Run run) {
        this.file = new CommandFile(home, "alerts", run, KEPT_BYTES);
    }

    /** Lines for {@link AlertStates#parse}; empty when there are none. */
    public String lines() {
        return file.isThere() ? file.tail() : linesBefore();
    }

    private String linesBefore() {
        CommandFile before = file.before();
        return before == null ? "" : before.tail();
    }

    /**
     * Adds what a run changed.
     *
     * @param changes lines with their ends
     * @param nowMillis milliseconds since the epoch
     */
    public void append(String changes, long nowMillis) throws IOException {
        if (file.isFull()) {
            file.replace(AlertStates.parse(file.tail()).text(nowMillis));
        }
        file.append(linesBefore(), changes.substring(0, changes.length() - 1));
    }
}
