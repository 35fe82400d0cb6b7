package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Screen;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunsCommandTest {
    private static final String FULL = "0193ab120001-00000000000a";
    private static final String FAILED = "0193ab120000-00000000000b";
    private static final String OLD = "0180ab12abcd-00000000000c";

    @Test
    void runsAreListedTheNewestFirst(@TempDir Path home) throws IOException {
        fill(home);

        ToolRun run = ToolRun.of(home, "runs");

        assertThat(run.out()).isEqualTo("""
            TIME         COMMAND            RESULT   TOTAL    CPU  API  ALERTS  ID
            11-20 10:30  ghpm batch         ok       2.5 s  1.9 s   15       2  0193ab120001
            11-20 00:30  ghpm projec… name  exit 2  812 ms      -    -       0  0193ab120000
            2025-11-20   checkstyle         ok      1m 12s      -    -       0  0180ab12abcd
            """);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void aTerminalWithoutUnicodeGetsAscii(@TempDir Path home) throws IOException {
        fill(home);

        assertThat(ToolRun.on(new Screen(false, false), home, "runs").out())
                .isASCII()
                .contains("ghpm proje.. name");
    }

    @Test
    void colorsChangeNoWidth(@TempDir Path home) throws IOException {
        fill(home);

        String colored = ToolRun.on(new Screen(true, true), home, "runs").out();

        assertThat(colored).contains("\u001b[32mok").contains("\u001b[31mexit 2");
        assertThat(colored.replaceAll("\u001b\\[\\d+m", ""))
                .isEqualToNormalizingWhitespace(ToolRun.of(home, "runs").out());
    }

    @ParameterizedTest
    @CsvSource({
        "--limit 1," + FULL,
        "--application checkstyle," + OLD,
        "--command batch," + FULL,
        "--outcome error," + FAILED,
        "--since 1h," + FULL,
        "--since 2026-11-20T01:00," + FULL,
        "--since 2026-11-20T00:30:15+01:00 --command batch," + FULL
    })
    void filtersLeaveWhatFits(String options, String expected, @TempDir Path home) throws IOException {
        fill(home);

        JsonNode json = json(ToolRun.of(home, ("runs --format json " + options).split(" ")));

        assertThat(json.get("runs")).hasSize(1);
        assertThat(json.get("runs").get(0).get("execution_id").stringValue()).isEqualTo(expected);
    }

    @Test
    void aDayGivenBeginsWhereTheReaderIs(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(SampleRun.plain("b", "2026-11-19T23:00:00Z"), SampleRun.plain("a", "2026-11-19T22:59:59Z"));

        JsonNode json = json(ToolRun.of(home, "runs", "--since", "2026-11-20", "--format", "json"));

        assertThat(json.get("runs").findValuesAsString("execution_id")).containsExactly("b");
    }

    @Test
    void olderDaysAreNotReadWhenTheNewestAreEnough(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(SampleRun.plain("new", "2026-11-20T09:00:00Z"));
        sample.addLine("2026-11-19", "build-7", "not read, so not told");

        assertThat(ToolRun.of(home, "runs", "--limit", "1").err()).isEmpty();
        assertThat(ToolRun.of(home, "runs", "--limit", "2").err()).contains("skipped 1 line");
    }

    @Test
    void runsOfAllHostsAreMixedByTime(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.addLine(
                "2026-11-20", "a", SampleRun.plain("1", "2026-11-20T09:00:01Z").line());
        sample.addLine(
                "2026-11-20", "b", SampleRun.plain("2", "2026-11-20T09:00:02Z").line());
        sample.addLine(
                "2026-11-20", "a", SampleRun.plain("3", "2026-11-20T09:00:03Z").line());

        JsonNode json = json(ToolRun.of(home, "runs", "--limit", "2", "--format", "json"));

        assertThat(json.get("runs").findValuesAsString("execution_id")).containsExactly("3", "2");
    }

    @Test
    void linesThatAreNoRunAreSkippedAndToldOnce(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.addLine("2026-11-20", "a", "{\"schema\":1,\"execution_id\":\"cut o");
        sample.addLine("2026-11-20", "a", "[]");
        sample.addLine("2026-11-20", "a", "{\"schema\":1}");
        sample.addLine("2026-11-20", "a", "");
        sample.addLine("2026-11-20", "a", "{\"schema\":2,\"execution_id\":\"later\"}");
        sample.add(SampleRun.plain("good", "2026-11-20T09:00:00Z"));

        ToolRun run = ToolRun.of(home, "runs", "--format", "json");

        assertThat(json(run).get("runs")).hasSize(1);
        assertThat(json(run).get("skipped_lines").intValue()).isEqualTo(4);
        assertThat(run.err()).isEqualTo("""
            perf-agent: skipped 3 lines that are not complete runs
            perf-agent: skipped 1 line of a newer perf-agent; use that version to see it
            """);
        assertThat(run.code()).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersAreRead(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(SampleRun.plain("good", "2026-11-20T09:00:00Z"));
        Files.createDirectories(sample.historyFile("2026-11-20", "a-folder"));

        ToolRun run = ToolRun.of(home, "runs");

        assertThat(run.out()).contains("good");
        assertThat(run.err()).startsWith("perf-agent: cannot read ").contains("a-folder.ndjson: ");
        assertThat(run.code()).isZero();
    }

    @Test
    void whenNothingCanBeReadTheExitCodeTells(@TempDir Path home) throws IOException {
        Files.createDirectories(new SampleHome(home).historyFile("2026-11-20", "a-folder"));

        ToolRun run = ToolRun.of(home, "runs");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("perf-agent: cannot read ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anEmptyHistorySaysHowToFillIt(@TempDir Path home) {
        ToolRun run = ToolRun.of(home, "runs");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("No runs in " + home).contains("-javaagent:perf-agent.jar");
    }

    @Test
    void filtersThatLeaveNothingAreTold(@TempDir Path home) throws IOException {
        fill(home);

        assertThat(ToolRun.of(home, "runs", "--command", "other").err())
                .startsWith("perf-agent: no command 'other' was recorded; there are batch, ");
    }

    @Test
    void namesCannotReachTheTerminal(@TempDir Path home) throws IOException {
        String hostile = "a\u001b]0;title\u0007b\n\u009bc\u202ed";
        new SampleHome(home)
                .add(SampleRun.plain("x", "2026-11-20T09:00:00Z")
                        .command(hostile)
                        .failed("T", hostile));

        for (String command :
                new String[] {"runs", "runs show last", "runs --format json", "runs show x --format json"}) {
            assertThat(ToolRun.of(home, command.split(" ")).out())
                    .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e", "b\n");
        }
        assertThat(ToolRun.of(home, "runs", "show", "x").out()).contains("a\\u001b]0;title\\u0007b\\n\\u009bc\\u202ed");
        assertThat(json(ToolRun.of(home, "runs", "--format", "json")).findValuesAsString("command"))
                .containsExactly(hostile);
    }

    @Test
    void cpuTimeAndTheMachinesShareAreShown(@TempDir Path home, @TempDir Path plain) throws IOException {
        fill(home);

        assertThat(ToolRun.of(home, "runs", "--format", "markdown").out())
                .contains("| Time | Command | Result | Total | CPU | Machine | API | Cache | Alerts | ID |")
                .contains("| 2.5 s | 1.9 s | 10% | 15 | 53% |");

        new SampleHome(plain).add(SampleRun.plain("x", "2026-11-20T09:30:15.123Z"));
        assertThat(ToolRun.of(plain, "runs").out())
                .as("columns without anything are left out")
                .startsWith("TIME         COMMAND     RESULT  TOTAL  CPU  MACHINE  ALERTS  ID\n");
    }

    /** The first command of a process has all collections since the JVM started, so their share is of the time of the process. */
    @Test
    void sharesAreOfTheTimeInWhichTheyWereCounted(@TempDir Path home) throws IOException {
        String usage = "{\"cpu_time_ms\":200.0,\"gc_count\":3,\"gc_ms\":100.0,\"jit_ms\":50.0}";
        String duration = "{\"total_ms\":400.0,\"process_ms\":1000.0,\"until_command_ms\":500.0,\"phases\":{}}";
        SampleHome sample = new SampleHome(home);
        sample.add(SampleRun.plain("first", "2026-11-20T09:00:00Z")
                .json("duration", duration)
                .json("resource_usage", usage));
        sample.add(SampleRun.plain("later", "2026-11-20T09:00:01Z")
                .json("duration", duration.replace("500.0", "null"))
                .json("resource_usage", usage));

        assertThat(ToolRun.of(home, "runs", "show", "first").out())
                .contains("since JVM start command after 500 ms, exit 100 ms after the command")
                .contains("200 ms, 50% of one core")
                .contains("3 collections, 100 ms, 10% of the time")
                .contains("50 ms, 5% of the time, beside the program");
        assertThat(ToolRun.of(home, "runs", "show", "later").out())
                .contains("200 ms, 50% of one core")
                .contains("3 collections, 100 ms, 25% of the time")
                .contains("50 ms, 13% of the time, beside the program");
    }

    @Test
    void aKilledRunIsTakenIn(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        SampleRun killed = SampleRun.plain("killed", "2026-11-20T09:00:00Z").outcome("success", null);
        Path marker = sample.marker(77, killed.marker(77, 5L, Instant.parse("2026-11-20T09:00:30Z")));

        ToolRun run = ToolRun.of(home, "runs");

        assertThat(run.out()).contains("ghpm batch  killed  30.0 s    -        -       0  ");
        assertThat(marker).doesNotExist();
    }

    private static void fill(Path home) throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.full(FULL, "2026-11-20T09:30:15.123Z"),
                        SampleRun.plain(FAILED, "2026-11-19T23:30:15.123Z")
                                .command("project item list with a long name")
                                .took(812)
                                .outcome("error", 2),
                        SampleRun.plain(OLD, "2025-11-19T23:30:15.123Z")
                                .application("checkstyle")
                                .command("checkstyle")
                                .took(72_000));
    }

    private static JsonNode json(ToolRun run) {
        return JsonMapper.shared().readTree(run.out());
    }
}
