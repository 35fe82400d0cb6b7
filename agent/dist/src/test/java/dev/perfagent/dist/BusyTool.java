package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.example.Busy;
import tools.jackson.databind.JsonNode;

/** A command that works and sleeps for as long as it is told, judged beside its earlier runs without any configuration. */
final class BusyTool {
    private static final int RUNS_BEFORE = 15;
    private static final int MOST_RUNS = 20;

    private final Jdk jdk;
    private final Path folder;
    private final String shellCommands;
    private final AgentHome home;

    /**
     * In that folder.
     *
     * @param shellCommands run before it by the shell that becomes the JVM
     */
    BusyTool(Jdk jdk, Path folder, String shellCommands) {
        this.jdk = jdk;
        this.folder = folder;
        this.shellCommands = shellCommands.isEmpty() ? ":" : shellCommands;
        this.home = new AgentHome(folder.resolve("home"));
    }

    /** One run and its record. */
    JsonNode run(String workMs, String sleepMs) {
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .after(shellCommands)
                .agent(home.option(), "quiet=true")
                .main(Busy.class, workMs, sleepMs)
                .run();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        List<JsonNode> runs = home.runs();
        return runs.get(runs.size() - 1);
    }

    /**
     * Runs until three runs in a row have waited so long for something else than a CPU, and less for a CPU than for that. In
     * other runs a server has its answer ready before the command gets a CPU, and they say nothing about it.
     *
     * @return the three
     */
    List<JsonNode> threeThatWait(double leastMs, String workMs, String sleepMs) {
        List<JsonNode> row = new ArrayList<>();
        for (int i = 0; i < MOST_RUNS && row.size() < 3; i++) {
            JsonNode run = run(workMs, sleepMs);
            JsonNode usage = run.path("resource_usage");
            double waitMs = usage.path("cpu_wait_ms").asDouble();
            double elsewhereMs = run.path("duration").path("total_ms").asDouble()
                    - usage.path("thread_cpu_ms").asDouble()
                    - waitMs;
            if (elsewhereMs < leastMs || waitMs > elsewhereMs) {
                row.clear();
            } else {
                row.add(run);
            }
        }
        assertThat(row)
                .as("the machine was too busy for three such runs in a row")
                .hasSize(3);
        return row;
    }

    /** As if a warm run of this kind had been there some times before. */
    void remember(String workMs, String sleepMs) throws IOException {
        run(workMs, sleepMs); // cold
        run(workMs, sleepMs);
        List<Path> files = home.files("recent");
        assertThat(files).hasSize(1);
        List<String> lines = Files.readAllLines(files.get(0));
        Files.writeString(files.get(0), (lines.get(lines.size() - 1) + '\n').repeat(RUNS_BEFORE));
    }
}
