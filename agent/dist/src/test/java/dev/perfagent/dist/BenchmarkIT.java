package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.example.Endings;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jar times real programs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals and no sh")
final class BenchmarkIT {
    /**
     * To start a process, the JVM starts a helper first. So its starts may take longer than hyperfine's: by this many times the
     * time of the smallest program, and by one millisecond.
     */
    private static final double MOST_STARTS = 2;

    private static final double MOST_MS = 1;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void runsUnderTheAgentAreJoinedWithTheirRecordsAndAreNoBaseline(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Files.createDirectories(home.folder());
        Path config = TestConfig.rules(folder.resolve("conf"), "application: { name: endings }\n");
        Files.writeString(
                config.resolve("benchmarks.yml"), """
                    benchmarks:
                      commands:
                        end: { target_ms: 60000, run: ["%s", "-cp", "%s", "%s", "return"] }
                    """.formatted(jdk.java(), Jvm.TEST_CLASSES, Endings.class.getName()));

        Jvm.Ended ended = tool(jdk, "benchmark", "--config", "conf", "--iterations", "2", "--format", "json")
                .run();

        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        JsonNode results = JsonMapper.shared().readTree(ended.out()).path("benchmark_results");
        JsonNode command = results.path("command_results").path(0);
        assertThat(command.path("command").asString()).isEqualTo("end");
        assertThat(command.path("iterations").asInt()).isEqualTo(2);
        assertThat(command.path("performance_rating").asString()).isEqualTo("excellent");
        assertThat(command.path("agent").path("runs").asInt()).isEqualTo(2);
        assertThat(command.path("agent").path("classes_loaded").asInt()).isGreaterThan(100);
        assertThat(command.path("agent").path("cpu_time_ms").isNumber()).isTrue();
        assertThat(home.runs())
                .extracting(run -> run.path("context").path("benchmark").asString() + " "
                        + run.path("context").path("benchmark_run").asInt())
                .allMatch(label -> label.startsWith(results.path("session").asString() + " "))
                .extracting(label -> label.substring(label.indexOf(' ') + 1))
                .containsExactly("0", "1", "2");
        assertThat(tool(jdk, "baseline", "save", "all").run().exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void ctrlCEndsItWithWhatItHas(Jdk jdk) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Path log = Files.createFile(folder.resolve("log"));
        Jvm.Started started = tool(
                        jdk,
                        "benchmark",
                        "--shell",
                        "--iterations=5000",
                        "--cleanup=echo end >> log",
                        "--command=echo run >> log; sleep 0.01")
                .start();
        Wait.until(() -> Files.readAllLines(log).size() > 5, () -> "it does not run its command");

        Jvm.Ended ended = interrupted(started, Long.toString(started.process().pid()));

        assertThat(ended.out()).contains("  mean  ", "; ended because it was interrupted.");
        assertThat(Files.readAllLines(log)).last().isEqualTo("end");
    }

    /** The shortest runs of both are compared. There are more of them until nothing disturbed the shortest ones. */
    @ParameterizedTest
    @MethodSource("programsOnEachJdk")
    @NeedsProgram({"hyperfine", "--version"})
    void itsTimesAreThoseOfHyperfineAndAStartCostsLittle(String program, Jdk jdk) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        double[] shortest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        Wait.until(
                () -> {
                    shortest[0] = Math.min(shortest[0], ours(program, jdk));
                    shortest[1] = Math.min(shortest[1], theirs(program));
                    shortest[2] = Math.min(shortest[2], theirs("true"));
                    return Math.abs(shortest[0] - shortest[1]) <= MOST_STARTS * shortest[2] + MOST_MS;
                },
                () -> "milliseconds by us, by hyperfine, and of 'true' by it: " + Arrays.toString(shortest));
    }

    private static List<Arguments> programsOnEachJdk() {
        return Stream.concat(
                        Jdk.all().stream().map(jdk -> Arguments.of("true", jdk)),
                        Stream.of(Arguments.of("sleep 0.03", Jdk.own())))
                .toList();
    }

    private double theirs(String program) throws IOException {
        Path exported = folder.resolve("hyperfine.json");
        Process hyperfine = new ProcessBuilder(
                        "hyperfine", "-N", "--style=none", "--runs=20", "--export-json=" + exported, program)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(hyperfine.onExit().join().exitValue()).isZero();
        return 1_000 * shortest(exported, "/results/0/min");
    }

    private double ours(String program, Jdk jdk) throws IOException {
        Path result = folder.resolve("own.json");
        Jvm.Ended ended = tool(
                        jdk,
                        "benchmark",
                        "--iterations=20",
                        "--command=" + program,
                        "--format=json",
                        "--output=" + result)
                .run();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        return shortest(result, "/benchmark_results/command_results/0/min_ms");
    }

    private static double shortest(Path json, String field) throws IOException {
        JsonNode value = JsonMapper.shared().readTree(Files.readString(json)).at(field);
        assertThat(value.isNumber()).isTrue();
        return value.asDouble();
    }

    /** A terminal sends Ctrl-C to the whole group of processes: the command ends before the benchmark knows why. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    @NeedsProgram({"setsid", "--version"})
    void ctrlCOfATerminalEndsTheCommandAndTheBenchmarkWithWhatItHas(Jdk jdk) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Path log = Files.createFile(folder.resolve("log"));
        Jvm.Started started = tool(
                        jdk,
                        "benchmark",
                        "--shell",
                        "--show-output",
                        "--iterations=5000",
                        "--command=echo seen; echo run >> log; if [ $(wc -l < log) -gt 2 ]; then sleep 60; fi")
                .inside("setsid", "-w", "sh", "-c", "echo $$ > group; exec \"$@\"", "sh")
                .start();
        Wait.until(() -> Files.readAllLines(log).size() > 2, () -> "it does not run its command");

        String group = Files.readString(folder.resolve("group")).strip();
        Jvm.Ended ended = interrupted(started, "-" + group);

        assertThat(ended.out()).contains("seen\n", "  mean  ", "2 runs; ended because it was interrupted.");
    }

    /** Sends what Ctrl-C sends, to a process or, with a minus, to a group of them. */
    private static Jvm.Ended interrupted(Jvm.Started started, String process) throws IOException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + process).start();
        assertThat(kill.onExit().join().exitValue()).isZero();
        Jvm.Ended ended = started.await();
        assertThat(ended.exitCode()).isEqualTo(130);
        assertThat(ended.stderr()).isEmpty();
        return ended;
    }

    private Jvm tool(Jdk jdk, String... arguments) {
        return Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", folder.resolve("home").toString())
                .jar(Jvm.AGENT, arguments);
    }
}
