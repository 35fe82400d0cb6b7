package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told of a run beside those before it. The runs before are written by the test, so that their times are known; the tool
 * takes 700 ms or next to nothing, so that no verdict depends on how busy the machine is.
 */
final class VerdictsIT {
    private static final String MAIN = """
        package app;
        public class Main {
            public static void main(String[] arguments) throws InterruptedException {
                Thread.sleep(Integer.parseInt(arguments[0]));
                if (arguments.length > 1) {
                    System.exit(1);
                }
            }
        }\
        """;

    private static final String SLOW = "700";
    private static final String FAST = "0";
    private static final int RUNS_BEFORE = 15;

    @TempDir
    private Path folder;

    @Test
    void aCommandThatGotSlowerIsToldOnceAndOnceWhenThatIsOver() throws IOException {
        Tool tool = tool("""
            alerts:
              performance_degradation: { consecutive_violations: 2 }
              disk_space_low: { threshold_gb: 9999999 }
              memory_available_low: { threshold_mb: 0.001 }
            """, "1.0");
        JsonNode first = tool.run(FAST);
        assertThat(Json.texts(first.path("alerts"), "type")).containsExactly("disk_space_low");
        assertThat(first.path("alerts").path(0).path("subject").asString()).isEqualTo("machine");
        tool.remember(first, "1.0", 's');

        assertThat(tool.slow(tool.run(SLOW))).as("a single run").isNull();
        JsonNode alert = tool.slow(tool.run(SLOW));
        assertThat(alert).as("two in a row").isNotNull();
        assertThat(alert.path("severity").asString()).isEqualTo("warning");
        assertThat(alert.path("measure").asString()).isEqualTo("time");
        assertThat(alert.path("baseline").asDouble()).isEqualTo(200);
        assertThat(alert.path("threshold").asDouble()).isEqualTo(240);
        assertThat(alert.path("evidence").asString())
                .contains(" over the median of " + RUNS_BEFORE + " recent runs (200ms)")
                .contains("in 2 runs in a row"); // and what the machine had to do with it, where it was busy
        assertThat(tool.slow(tool.run(SLOW)))
                .as("kept with the run, but not told")
                .isNotNull();
        assertThat(tool.reported()).containsExactly("critical disk_space_low", "warning performance_degradation");

        assertThat(tool.slow(tool.run(FAST))).isNull();
        tool.run(FAST);
        tool.run(FAST);
        assertThat(tool.reported())
                .containsExactly(
                        "critical disk_space_low",
                        "warning performance_degradation",
                        "resolved performance_degradation");

        Files.delete(tool.recent());
        tool.run(FAST);
        assertThat(Files.readAllLines(tool.recent()))
                .as("made from the history again, which does not have what the test wrote")
                .hasSize(8)
                .allMatch(line -> line.matches("\\S+ \\d+\\.\\d+ [SC]( (-|\\d+\\.\\d+)){4}( @\\S+)? 1\\.0"));
        assertThat(tool.home().agentLog()).isEmpty();
    }

    @Test
    void aNewVersionIsComparedWithTheOldOneAndFailuresAreCounted() throws IOException {
        Tool tool = tool("""
            alerts:
              performance_degradation: { consecutive_violations: 1 }
              error_rate: { threshold_percentage: 20 }
            """, "2.0");
        tool.remember(tool.run(FAST), "1.9", 's');

        JsonNode slow = tool.slow(tool.run(SLOW));
        assertThat(slow).isNotNull();
        assertThat(slow.path("evidence").asString()).contains(RUNS_BEFORE + " runs of version 1.9");

        assertThat(Json.texts(tool.run(FAST, "fail").path("alerts"), "type")).isEmpty();
        tool.remember(tool.run(FAST), "2.0", 'e');
        JsonNode failed = tool.run(FAST, "fail");
        assertThat(Json.texts(failed.path("alerts"), "type")).containsExactly("error_rate");
        assertThat(failed.path("alerts").path(0).path("evidence").asString())
                .isEqualTo("16 of the last 16 runs failed, more than chance explains at a rate of 20%");
    }

    /** Recent runs are enough to be judged by; two options keep it quiet. */
    @Test
    void withoutConfigurationASlowerCommandIsToldUnlessThatIsSwitchedOff() throws IOException {
        Path main = Packed.sources(folder.resolve("main.jar"), "", Map.of("Main-Class", "app.Main"), MAIN);
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.on(Jdk.own(), folder).agent(home.option()).jar(main, FAST).run();
        JsonNode first = home.runs().get(0);
        String fingerprint = first.path("environment").path("fingerprint").asString();
        Path recent = home.files("recent").stream()
                .filter(file -> !file.endsWith(".day"))
                .findFirst()
                .orElseThrow();
        String version = first.path("application_version").asString("-");
        String before = (fingerprint + " 200.0 s " + version + '\n').repeat(RUNS_BEFORE)
                + (fingerprint + " 700.0 s " + version + '\n').repeat(2);

        for (String option : List.of("alerts=true", "quiet=true", "alerts=false")) {
            Files.writeString(recent, before);
            Files.deleteIfExists(home.folder().resolve("alerts.log"));
            Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                    .agent(home.option(), option)
                    .jar(main, SLOW)
                    .run();
            boolean judged = !option.equals("alerts=false");
            assertThat(ended.stderr().contains("PERFORMANCE ALERT")).as(option).isEqualTo(option.equals("alerts=true"));
            List<JsonNode> runs = home.runs();
            assertThat(Json.texts(runs.get(runs.size() - 1).path("alerts"), "type"))
                    .as(option)
                    .isEqualTo(judged ? List.of("performance_degradation") : List.of());
        }
        assertThat(home.agentLog()).isEmpty();
    }

    /** Two in a row, counted by the agent in what it keeps between runs, and by {@code check} in the history. */
    @Test
    void checkCountsRunsInARowAsTheAgentDid() throws IOException {
        Tool tool = tool("alerts: { memory_usage_high: { consecutive_violations: 2 } }", "1.0");
        Files.writeString(
                tool.config().resolve("benchmarks.yml"),
                "benchmarks: { commands: { tool: { max_peak_memory_mb: 0.001 } } }\n");
        List<List<String>> alerts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            alerts.add(0, Json.texts(tool.run(SLOW).path("alerts"), "severity"));
        }
        assertThat(alerts).containsExactly(List.of("critical"), List.of("critical"), List.of());

        ToolInJar.Ended check = tool.check("--since", "1h", "--format", "json");
        assertThat(check.exitCode()).isEqualTo(1);
        List<String> verdicts = new ArrayList<>();
        for (JsonNode run : JsonMapper.shared().readTree(check.out()).path("runs")) {
            verdicts.add(Json.with(run.path("verdicts"), "measure", "peak_memory")
                    .path("verdict")
                    .asString());
        }
        assertThat(verdicts).containsExactly("critical", "critical", "inconclusive");
        String first = tool.home().runs().get(0).path("execution_id").asString();
        assertThat(tool.check(first).exitCode()).isZero();
    }

    @Test
    void manyThatEndAtOnceLoseNothing() throws Exception {
        int processes = 12;
        Tool tool = tool(
                "alerts: { cpu_usage_high: { threshold_percentage: 10000 }, disk_space_low: { threshold_gb: 9999999 }"
                        + " }",
                "1.0");
        tool.run(FAST);
        ExecutorService threads = Executors.newFixedThreadPool(processes);
        List<Future<Jvm.Ended>> all = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                Path own = folder.resolve("process-" + i);
                all.add(threads.submit(
                        () -> tool.jvm(own).jar(tool.main(), FAST).run()));
            }
            for (Future<Jvm.Ended> one : all) {
                assertThat(one.get().exitCode()).isZero();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(Files.readAllLines(tool.recent()))
                .hasSize(processes + 1)
                .allMatch(line -> line.matches("\\S+ \\d+\\.\\d+ [SC]( (-|\\d+\\.\\d+)){4}( @\\S+-start)? 1\\.0"));
        assertThat(Files.readAllLines(tool.home().folder().resolve("alerts/tool/tool")))
                .hasSize(processes + 1)
                .allMatch(line -> line.matches("\\d+ 0 T \\d+ critical \\S+ disk_space machine"));
        assertThat(tool.reported()).contains("critical disk_space_low").doesNotContain("warning cpu_usage_high");
        assertThat(tool.home().agentLog()).isEmpty();
    }

    private Tool tool(String alerts, String version) throws IOException {
        Path main = Packed.sources(folder.resolve("main.jar"), "", Map.of("Main-Class", "app.Main"), MAIN);
        Path config = TestConfig.rules(
                folder.resolve("config"), "application: { name: tool, version: \"" + version + "\" }\n");
        Files.writeString(config.resolve("alerts.yml"), alerts);
        return new Tool(folder, main, config, new AgentHome(folder.resolve("home")));
    }

    /** The application, run after run. */
    private record Tool(Path folder, Path main, Path config, AgentHome home) {
        Jvm jvm(Path in) {
            return Jvm.on(Jdk.own(), in).agent(home.option(), "config=" + config);
        }

        /** What the next run left. */
        JsonNode run(String... arguments) {
            int before = home.runs().size();
            Jvm.Ended ended = jvm(folder).jar(main, arguments).run();
            assertThat(ended.exitCode()).isEqualTo(arguments.length > 1 ? 1 : 0);
            List<JsonNode> runs = home.runs();
            assertThat(runs).hasSize(before + 1);
            return runs.get(before);
        }

        /** Judges them once more. */
        ToolInJar.Ended check(String... arguments) {
            List<String> words = new ArrayList<>(List.of("check", "--config", config.toString()));
            words.addAll(List.of(arguments));
            return ToolHere.run(home, words.toArray(String[]::new));
        }

        /** Puts runs of 200 ms in place of those there are. */
        void remember(JsonNode like, String version, char end) throws IOException {
            String fingerprint = like.path("environment").path("fingerprint").asString();
            Files.writeString(recent(), (fingerprint + " 200.0 " + end + ' ' + version + '\n').repeat(RUNS_BEFORE));
        }

        Path recent() {
            return home.folder().resolve("recent/tool/tool");
        }

        /** The run's alert on its time; null when there is none. */
        @Nullable
        JsonNode slow(JsonNode run) {
            for (JsonNode alert : run.path("alerts")) {
                if (alert.path("type").asString().equals("performance_degradation")) {
                    return alert;
                }
            }
            return null;
        }

        /** Severity and type of all in alerts.log. */
        List<String> reported() throws IOException {
            List<String> stated = new ArrayList<>();
            for (String line : Files.readAllLines(home.folder().resolve("alerts.log"))) {
                String[] words = line.split(" ", -1);
                if (words.length > 3 && words[0].endsWith("Z")) {
                    stated.add(words[1] + ' ' + words[2]);
                }
            }
            return stated;
        }
    }
}
