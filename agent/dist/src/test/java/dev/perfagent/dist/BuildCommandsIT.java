package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.example.Fuzzed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever applications, commands, phases, labels, values and exceptions are called, no line on a console commands a build. */
@NeedsProgram({"script", "--version"})
final class BuildCommandsIT {
    private static final List<String> HOSTILE = List.of(
            "::error::planted",
            "##[error]planted",
            "##vso[task.complete result=Failed;]planted",
            "##teamcity[buildStop comment='planted']",
            "line\n::set-output name=a::planted",
            "line\r\n##[group]planted",
            "\u200b ::stop-commands::planted",
            "::warning::planted ".repeat(12)); // wherever a line ends, the next one begins with it

    /** Each of them also as an application, a command and so on. */
    private static final int RUNS = 3;

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

    private static final Pattern OBEYED =
            Pattern.compile("(?m)(?:^|\r)[\\s\\p{Cf}\\p{Cc}\\p{Z}]*::|##\\p{L}*\\[", Pattern.UNICODE_CHARACTER_CLASS);

    private static final List<List<String>> LOOKING = List.of(
            List.of("runs"),
            List.of("runs", "show", "last"),
            List.of("report"),
            List.of("check"),
            List.of("explain"),
            List.of("alerts"),
            List.of("analyze"),
            List.of("optimize"),
            List.of("compare", "--baseline", "last 2", "--current", "last 1"));

    @TempDir
    private Path folder;

    private AgentHome home;

    @BeforeEach
    void findHome() {
        home = new AgentHome(folder.resolve("home"));
    }

    /** On each JDK; the history of all is looked at by the newest. */
    @Test
    void noLineOnAConsoleCommandsTheBuild() throws Exception {
        for (Jdk jdk : Jdk.all()) {
            for (int run = 0; run < RUNS; run++) {
                runTool(jdk, run, name(run + 5));
            }
            for (int run = 0; run < RUNS; run++) {
                runTool(jdk, RUNS, "");
            }
        }

        assertThat(home.runs()).hasSize(2 * RUNS * Jdk.all().size());
        assertNotObeyed(home.agentLog(), "agent.log");
        List<List<String>> commands = new ArrayList<>(LOOKING);
        for (JsonNode run : home.runs()) {
            commands.add(List.of("runs", "show", run.path("execution_id").asString()));
        }
        for (List<String> command : commands) {
            List<String> words = new ArrayList<>(command);
            if (command.contains("check") || command.contains("compare")) {
                words.addAll(List.of("--config", folder.resolve("config").toString()));
            }
            ToolInJar.Ended ended = ToolHere.run(home, words.toArray(String[]::new));
            assertThat(ended.exitCode()).as("%s: %s", command, ended.err()).isBetween(0, 1);
            assertNotObeyed(ended.out(), command.toString());
            assertNotObeyed(ended.err(), command.toString());
        }
        for (int width : List.of(60, 100)) {
            String shown = onTerminal(width);
            assertThat(shown).contains("planted").doesNotContain("--help");
            assertNotObeyed(shown, "a terminal of " + width + " columns");
        }
    }

    /** Under the agent, each part called by another of the names. */
    private void runTool(Jdk jdk, int run, String message) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                config.resolve("instrumentation.yml"),
                "application: { name: " + yaml(run) + " }\n"
                        + "commands:\n  - { class: org.example.Fuzzed, method: work, name: " + yaml(run + 1) + " }\n"
                        + "phases:\n  - { phase: " + yaml(run + 2) + ", class: org.example.Fuzzed, method: work }\n"
                        + "context:\n  - { name: value, class: org.example.Fuzzed, method: value, value: return }\n");
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    " + yaml(run + 1)
                        + ": { max_acceptable_ms: 0.001, target_ms: 0.001, phases: { " + yaml(run + 2)
                        + ": { target_ms: 0.001 } } }\n");
        Files.writeString(
                config.resolve("alerts.yml"),
                "alerts: { performance_degradation: { consecutive_violations: 1, cool_down_minutes: 0 } }\n");
        Fuzzed.write(folder, List.of(name(run + 3), name(run + 4), message));

        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + config)
                .environment("PERF_AGENT_LABELS", "label=" + name(run + 6))
                .main(Fuzzed.class)
                .run();

        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(message.isEmpty() ? 0 : 4);
        assertThat(ended.stderr()).contains("PERFORMANCE ALERT").contains("planted");
        assertNotObeyed(ended.stderr(), "the console of the tool");
    }

    /** All commands on one terminal. */
    private String onTerminal(int width) {
        StringBuilder line = new StringBuilder("unset COLUMNS; stty cols " + width);
        for (List<String> command : List.of(List.of("runs", "show", "last"), List.of("report"), List.of("check"))) {
            line.append("; ").append(Jdk.newest().java()).append(' ').append(Jvm.ONE_COMPILER);
            line.append(" -jar ").append(Jvm.AGENT);
            command.forEach(word -> line.append(' ').append(word));
            line.append(" --home ").append(home.folder());
        }
        Jvm.Ended ended = Jvm.on(Jdk.newest(), folder)
                .environment("LINE", line.toString())
                .inside("sh", "-c", "exec script -qc \"$LINE\" /dev/null", "sh")
                .run();
        return ended.out();
    }

    private static void assertNotObeyed(String text, String where) {
        String plain = COLOUR.matcher(text).replaceAll("");
        assertThat(OBEYED.matcher(plain).find()).as("%s: %s", where, plain).isFalse();
    }

    private static String name(int index) {
        return HOSTILE.get(index % HOSTILE.size());
    }

    private static String yaml(int index) {
        return '"' + name(index).replace("\n", "\\n").replace("\r", "\\r").replace("\u200b", "\\u200b") + '"';
    }
}
