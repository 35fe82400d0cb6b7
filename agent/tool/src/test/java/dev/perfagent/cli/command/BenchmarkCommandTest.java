package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchmarkCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @Test
    void aCommandIsTimedAndShownOnAScreen() {
        ToolRun run = ToolRun.of(home, "benchmark", "--iterations", "7", "--", "true", "--x");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("true --x\n  mean ").contains(" ms ± ", "min … max", "\n7 runs.\n");
        assertThat(run.out().lines()).hasSizeLessThan(24).allMatch(line -> line.length() <= 80);
    }

    @Test
    void severalCommandsAreComparedWithTheFirst() {
        ToolRun run = ToolRun.of(
                home,
                words(
                        "benchmark --iterations 12 --format json --warmup 1 --command",
                        "sleep 0.001",
                        "--command",
                        "sh -c 'sleep 0.05'"));

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode results = JsonMapper.builder().build().readTree(run.out()).path("benchmark_results");
        assertThat(results.path("command_results")).hasSize(2);
        JsonNode second = results.path("command_results").path(1);
        assertThat(second.path("command").asString()).isEqualTo("sh -c 'sleep 0.05'");
        assertThat(second.path("words").path(2).asString()).isEqualTo("sleep 0.05");
        assertThat(second.path("iterations").asInt()).isEqualTo(12);
        assertThat(second.path("min_ms").asDouble()).isGreaterThan(50);
        assertThat(second.path("runs")).hasSize(12);
        JsonNode pair = results.path("comparisons").path(0);
        assertThat(pair.path("verdict").asString()).isEqualTo("slower");
        assertThat(pair.path("ratio_low").asDouble()).isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        benchmark                                 | 2 | a command is missing; give it after -- or with --command
        benchmark --iterations 3 -- false         | 3 | 'false' ended with exit code 1; --show-output shows what
        benchmark --iterations 3 -- no-such-thing | 3 | no-such-thing
        benchmark --max-time soon -- true         | 2 | 'soon' is not a time; give 90s, 10m or 2h
        benchmark --command 'a                    | 2 | the quote ' is not closed in: 'a
        """)
    void whatCannotBeTimedIsReported(String line, int code, String message) {
        ToolRun run = ToolRun.of(home, line.split(" "));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output", "--export-hyperfine"})
    void aFileThatCannotBeWrittenIsFoundBeforeAnythingIsTimed(String option) throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        Path started = home.resolve("started");

        ToolRun run = ToolRun.of(
                home,
                "benchmark",
                "--iterations=3",
                option,
                file.resolve("x.json").toString(),
                "--",
                "touch",
                started.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("cannot write", "x.json");
        assertThat(started).doesNotExist();
    }

    @Test
    void aFailureMayBeIgnored() {
        ToolRun run = ToolRun.of(home, words("benchmark --ignore-failure --iterations 3 --", "false"));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("failed", "3 runs");
    }

    @Test
    void timesAreKeptExportedAndComparedWithLater() throws IOException {
        String file = home.resolve("h.json").toString();
        ToolRun first = ToolRun.of(
                home,
                "benchmark",
                "--iterations=7",
                "--save-baseline=one",
                "--export-hyperfine=" + file,
                "--format=csv",
                "--parameter=s=0.1,0.001",
                "--",
                "sleep",
                "{s}");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("command,runs,mean_ms", "\"sleep 0.1\",7,");
        JsonNode exported = JsonMapper.builder().build().readTree(Files.readString(Path.of(file)));
        assertThat(exported.path("results").path(0).path("mean").asDouble()).isGreaterThan(0.1);
        assertThat(exported.path("results").path(0).path("times")).hasSize(7);
        assertThat(exported.path("results").path(1).path("parameters").path("s").asString())
                .isEqualTo("0.001");

        String tenTimesAsFast = Files.readString(home.resolve("benchmarks/one.json"))
                .replaceAll("\"wall_ms\":(\\d\\d)(\\d)\\.", "\"wall_ms\":$1.$2");
        Files.writeString(home.resolve("benchmarks/one.json"), tenTimesAsFast);
        String[] again =
                words("benchmark --iterations 7 --baseline one", "--import-hyperfine", file, "--", "sleep", "0.1");
        ToolRun second = ToolRun.of(home, again);

        assertThat(second.code()).as(second.out()).isEqualTo(1);
        assertThat(second.out())
                .contains("Against baseline 'one'\n  sleep 0.1: ", "critical\n\nAgainst '" + file.substring(0, 20));
        String[] never = words("benchmark --iterations 7 --baseline one --fail-on never --", "sleep", "0.1");
        assertThat(ToolRun.of(home, never).code()).isZero();
    }

    @Test
    void theJsonHasTheFieldsThatOtherToolsKnow() {
        String line = "benchmark --iterations 6 --format json ";
        ToolRun.of(home, words(line + "--save-baseline one --", "true"));

        ToolRun run = ToolRun.of(home, words(line + "--baseline one --fail-on never --", "true"));

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode results = JsonMapper.builder().build().readTree(run.out()).path("benchmark_results");
        assertThat(results.propertyNames())
                .contains("test_date", "cli_version", "system_info", "command_results", "regression_analysis");
        assertThat(results.at("/system_info/cores").asInt()).isPositive();
        assertThat(results.at("/command_results/0").propertyNames())
                .contains(
                        "command",
                        "iterations",
                        "average_ms",
                        "min_ms",
                        "max_ms",
                        "std_deviation",
                        "performance_rating");
        assertThat(results.at("/regression_analysis/performance_changes/0/command")
                        .asString())
                .isEqualTo("true");
    }

    @Test
    void aCommandIsComparedWithItself() {
        ToolRun run = ToolRun.of(home, words("benchmark --check-noise --iterations 6 --", "true"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("No difference shown between 'true' and 'true (again)'");
    }

    @Test
    void stepsRunAroundAndTheSurroundingsAreAsked() throws IOException {
        Path folder = Files.createDirectories(home.resolve("in"));
        Files.writeString(home.resolve("input"), "typed");
        ToolRun run = ToolRun.of(
                home,
                "benchmark",
                "--shell",
                "--iterations=2",
                "--directory=" + folder,
                "--input=" + home.resolve("input"),
                "--env=WORD=of env",
                "--setup=echo setup > log",
                "--prepare=echo prepare >> log",
                "--conclude=echo conclude >> log",
                "--cleanup=echo cleanup >> log",
                "--command=cat >> log; echo \" $WORD\" >> log",
                "--output=" + home.resolve("result.md"),
                "--format=markdown");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(home.resolve("result.md")))
                .contains("- **mean**: ", "- **spread**: ")
                .doesNotContain("****");
        assertThat(Files.readAllLines(folder.resolve("log")))
                .containsExactly(
                        "setup",
                        "prepare",
                        "typed of env",
                        "conclude",
                        "prepare",
                        "typed of env",
                        "conclude",
                        "cleanup");
    }

    @Test
    void commandsOfTheConfigurationAreRated() throws IOException {
        Files.writeString(home.resolve("benchmarks.yml"), """
            benchmarks:
              commands:
                quick: { target_ms: 60000, run: ["true"] }
                slow: { max_acceptable_ms: 1, run: ["sleep", "0.02"] }
                none: { max_acceptable_ms: 1 }
            """);
        String line = "benchmark --no-agent --iterations 2 --config " + home;

        ToolRun all = ToolRun.of(home, line.split(" "));

        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.out()).contains("quick\n", "rating         excellent", "slow\n", "rating         poor");
        assertThat(all.out()).doesNotContain("none", "Result");
        ToolRun unknown = ToolRun.of(home, (line + " --commands none").split(" "));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("benchmarks.yml has no 'run' for a command 'none'");
    }

    @Test
    void aSlowerCommandFailsOnlyWhenThatIsAskedFor() {
        String line = "benchmark --iterations 12 --command true --command";

        assertThat(ToolRun.of(home, words(line, "sleep 0.05")).code()).isZero();
        assertThat(ToolRun.of(home, words(line, "sleep 0.05", "--fail-on", "warning"))
                        .code())
                .isEqualTo(1);
    }

    private static String[] words(String line, String... more) {
        String[] words = line.split(" ");
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }
}
