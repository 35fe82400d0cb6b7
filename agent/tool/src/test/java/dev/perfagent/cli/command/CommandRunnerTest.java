package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Screen;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRunnerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "runs -h",
                "runs show --help",
                "alerts --help",
                "export --help",
                "prune --help",
                "completion --help",
                "explain --help",
                "prepare --help",
                "plan --help",
                "plan list --help",
                "plan show --help",
                "plan clear --help",
                "report --help",
                "analyze --help"
            })
    void everyCommandHelpsWithAnExample(String commandLine, @TempDir Path home) {
        ToolRun run = ToolRun.of(home, commandLine.split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\n\nUsage: perf-agent")
                .contains("\n  java -jar perf-agent.jar ")
                .contains("--format");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= Screen.WIDTH);
    }

    @Test
    void theVersionIsTold(@TempDir Path home) {
        assertThat(ToolRun.of(home, "--version").out()).isEqualTo("perf-agent 1.2.3\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            runz                   | Unmatched argument at index 0: 'runz'
            runs --limit 0         | '0' is no number of 1 or more
            runs --limit many      | 'many' is no number of 1 or more
            runs --since yesterday | 'yesterday' is no time; give 30m,
            runs --outcome fine    | 'fine' is none of success, error, killed
            runs --format xml      | 'xml' is no format
            runs --format csv      | 'runs' has no --format csv; it has text, json
            analyze --format csv   | 'analyze' has no --format csv; it has text, json, markdown
            analyze --focus all    | 'all' is none of slowest, memory, api,
            report --timeframe x   | 'x' is no time; give day, week, month,
            runs show              | Missing required parameter: 'ID'
            alerts --type slow     | 'slow' is none of performance_degradation,
            alerts @file           | Unmatched argument at index 1: '@file'
            explain a b            | Unmatched argument at index 2: 'b'
            prepare                | Missing required parameter: 'COMMAND'
            prepare -jar x.jar     | Unknown option: '-jar'
            plan                   | a command is missing; there are list, show, clear
            plan show              | Missing required parameter: 'NAME'
            plan clear             | say which: names, --all or --older-than
            plan clear a --all     | say which: names, --all or --older-than
            plan clear --older-than x | 'x' is no time; give 30m,
            """)
    void wrongUsageIsTold(String commandLine, String message, @TempDir Path home) {
        ToolRun run = ToolRun.of(home, commandLine.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("perf-agent: ").contains(message).contains("\nSee: perf-agent");
    }

    @Test
    void aMissingCommandNamesThem(@TempDir Path home) {
        ToolRun run = ToolRun.of(home);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("perf-agent: a command is missing; there are runs, ");
    }

    @Test
    void aSlipOfTheKeysIsGuessed(@TempDir Path home) {
        assertThat(ToolRun.of(home, "runz").err()).contains("Did you mean: perf-agent runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--home %s runs", "runs --home %s", "runs --home %s show a", "runs show a --home %s"})
    void homeMayBeGivenAnywhere(String commandLine, @TempDir Path home, @TempDir Path other) throws IOException {
        new SampleHome(home).add(SampleRun.plain("a", "2026-11-20T09:00:00Z"));

        assertThat(ToolRun.of(other, commandLine.replace("%s", home.toString()).split(" "))
                        .out())
                .contains("ghpm batch");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure(@TempDir Path home) throws IOException {
        new SampleHome(home).add(SampleRun.plain("a", "2026-11-20T09:00:00Z"));

        for (String command : new String[] {"runs", "--help"}) {
            ToolRun run = ToolRun.to(new Failing("Broken pipe"), ToolRun.UNICODE, home, command);

            assertThat(run.code()).isZero();
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure(@TempDir Path home) throws IOException {
        new SampleHome(home).add(SampleRun.plain("a", "2026-11-20T09:00:00Z"));

        ToolRun run = ToolRun.to(new Failing("No space left on device"), ToolRun.UNICODE, home, "runs");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("perf-agent: cannot write the output: No space left on device\n");
    }

    private static final class Failing extends OutputStream {
        private final String reason;

        Failing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
