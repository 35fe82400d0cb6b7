package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.Busy;
import tools.jackson.databind.JsonNode;

/** A command that works and sleeps for as long as it is told, judged beside its earlier runs without any configuration. */
final class BusyTool {
    private static final int RUNS_BEFORE = 15;

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
