package dev.perfagent.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A home folder, filled as runs fill it.
 *
 * @param folder the home itself
 */
public record SampleHome(Path folder) {
    /** Appends runs to the history of one host. */
    public void add(SampleRun... runs) throws IOException {
        for (SampleRun run : runs) {
            addLine(run.day(), "build-7", run.line());
        }
    }

    /** Appends anything to the history. */
    public void addLine(String day, String host, String line) throws IOException {
        append(historyFile(day, host), line + "\n");
    }

    public Path historyFile(String day, String host) {
        return folder.resolve("history").resolve("date=" + day).resolve(host + ".ndjson");
    }

    public Path marker(long pid, String text) throws IOException {
        Path file = folder.resolve("running").resolve(pid + "-1.json");
        append(file, text);
        return file;
    }

    public void alerts(String name, String text) throws IOException {
        append(folder.resolve(name), text);
    }

    public void matches(String application, String json) throws IOException {
        append(folder.resolve("matches").resolve(application + ".json"), json);
    }

    public static void append(Path file, String text) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
