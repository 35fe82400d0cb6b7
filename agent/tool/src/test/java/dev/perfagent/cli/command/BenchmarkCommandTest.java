package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        benchmark --command 'a                    | 2 | a ' has no other one in: 'a
        """)
    void whatCannotBeTimedIsReported(String line, int code, String message) {
        ToolRun run = ToolRun.of(home, line.split(" "));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFailureMayBeIgnored() {
        ToolRun run = ToolRun.of(home, words("benchmark --ignore-failure --iterations 3 --", "false"));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("failed", "3 runs");
    }

    private static String[] words(String line, String... more) {
        String[] words = line.split(" ");
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }
}
