package dev.perfagent.alert;

import dev.perfagent.machine.OwnerOnly;
import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertOrigin;
import dev.perfagent.run.RunJson;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Hands alerts to a program of the user's choice: as JSON on its standard input, once a run at most, or whenever a monitor
 * raises some.
 *
 * <p>The program is started by no shell and not waited for. It has nothing of the application's that could keep a reader of its
 * output waiting: input is a file that is gone as soon as the program has it open, output and errors are discarded. It does not
 * run under the agent itself, because its alerts would start it again.
 */
public final class AlertCommand {
    /** More is no notification; some hundred alerts with long names. */
    static final int MAX_BYTES = 64 * 1024;

    /** What a program still has open cannot be deleted on Windows; the next start after that long does it. */
    private static final long LEFT_OVER_MILLIS = 60 * 60 * 1000;

    private final List<String> command;
    private final File folder;

    /**
     * A program, and where its input is put.
     *
     * @param command the program, by its full path or found on the PATH, and its arguments
     * @param folder ours alone; made when it is missing
     */
    public AlertCommand(List<String> command, File folder) {
        this.command = command;
        this.folder = folder;
    }

    /**
     * Starts the program for alerts of a run or a watch.
     *
     * @throws IOException when it could not be started; the message names the program
     */
    public void start(AlertOrigin origin, List<Alert> alerts) throws IOException {
        OwnerOnly.createFolder(folder);
        deleteLeftOvers();
        File input = new File(folder, Long.toHexString(System.nanoTime()) + '-' + name(origin.id()) + ".json");
        if (!OwnerOnly.createFile(input)) {
            throw new IOException(input + " exists already");
        }
        try {
            try (FileOutputStream out = new FileOutputStream(input)) {
                out.write(payload(origin, alerts));
            }
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.directory(folder);
            builder.environment().put("PERF_AGENT_ENABLED", "false");
            builder.redirectInput(input);
            builder.redirectOutput(Redirect.DISCARD);
            builder.redirectError(Redirect.DISCARD);
            builder.start();
        } finally {
            input.delete();
        }
    }

    private static byte[] payload(AlertOrigin origin, List<Alert> alerts) throws IOException {
        for (int count = alerts.size(); count > 0; count /= 2) {
            String json = RunJson.withAlerts(origin, alerts.subList(0, count), alerts.size() - count);
            byte[] bytes = json.concat("\n").getBytes(StandardCharsets.UTF_8);
            if (bytes.length <= MAX_BYTES) {
                return bytes;
            }
        }
        throw new IOException("alerts of more than " + MAX_BYTES + " bytes are not handed on");
    }

    private void deleteLeftOvers() {
        long now = System.currentTimeMillis();
        File[] files = folder.listFiles();
        for (int i = 0; files != null && i < files.length; i++) {
            if (now - files[i].lastModified() > LEFT_OVER_MILLIS) {
                files[i].delete();
            }
        }
    }

    private static String name(String executionId) {
        StringBuilder name = new StringBuilder(executionId.length());
        for (int i = 0; i < executionId.length() && i < 60; i++) {
            char c = executionId.charAt(i);
            name.append(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == '-' ? c : '_');
        }
        return name.toString();
    }
}
