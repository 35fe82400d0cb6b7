package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Screen;
import dev.perfagent.sample.SampleHistory;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportCommandTest {
    @ParameterizedTest
    @CsvSource({"text,report.txt", "csv,report.csv", "markdown,report.md"})
    void eachFormIsAsItWasFoundRight(String format, String golden, @TempDir Path home) throws IOException {
        SampleHistory.fill(home);
        String config = SampleHistory.config(home).toString();

        ToolRun run = ToolRun.of(home, "report", "--config", config, "--format", format);

        assertThat(run.out().replace("\r\n", "\n")).isEqualTo(Golden.text(golden));
        assertThat(run.err()).isEqualTo("perf-agent: skipped 1 line that is not a complete run\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void jsonIsAsDocumented(@TempDir Path home) throws IOException {
        SampleHistory.fill(home);
        String config = SampleHistory.config(home).toString();

        ToolRun run = ToolRun.of(home, "report", "--config", config, "--format", "json");

        assertThat(run.out().lines()).hasSize(1);
        assertThat(json(run)).isEqualTo(JsonMapper.shared().readTree(Golden.text("report.json")));
    }

    @Test
    void aConfigurationOfAnotherApplicationRatesNothing(@TempDir Path home) throws IOException {
        SampleHistory.fill(home);
        Path config = SampleHistory.config(home);
        Files.writeString(config.resolve("instrumentation.yml"), "application: { name: other }\n");

        ToolRun run = ToolRun.of(home, "report", "--config", config.toString());

        assertThat(run.out()).doesNotContain("acceptable ").doesNotContain("score");
    }

    @Test
    void aMistakeInTheConfigurationIsTold(@TempDir Path home) throws IOException {
        SampleHistory.fill(home);

        ToolRun run =
                ToolRun.of(home, "report", "--config", home.resolve("nowhere").toString());

        assertThat(run.err())
                .contains("nowhere' does not exist; correct the path")
                .contains("\nperf-agent: settings with mistakes are ignored: ratings and scores may be missing\n");
        assertThat(run.out()).contains("Times");
        assertThat(run.code()).isZero();
    }

    /** Six entries of one piece of advice, of three commands, and another one. */
    @Test
    void sameAdviceStandsTogether(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        int id = 0;
        for (String command : List.of("batch", "batch", "list", "list", "list", "status")) {
            sample.add(run(id++).command(command).json("alerts", alert("memory_usage_high", "Keep less.")));
        }
        sample.add(run(id).command("list").json("alerts", alert("processes_high", "Start it once.")));

        ToolRun run = ToolRun.of(home, "report");

        String opportunities = run.out().substring(run.out().indexOf("Opportunities"));
        assertThat(opportunities).isEqualTo("""
            Opportunities
              6 runs         list, batch, status: Keep less.
              1 run          list: Start it once.
            """);
        assertThat(json(ToolRun.of(home, "report", "--format", "json")).path("opportunities"))
                .as("a program gets each")
                .hasSize(4);
    }

    private static String alert(String type, String tip) {
        return "[{\"type\":\"" + type + "\",\"measure\":\"heap_growth\",\"severity\":\"warning\",\"subject\":\"it\","
                + "\"current\":2.0,\"threshold\":1.0,\"baseline\":null,\"unit\":\"mb\",\"evidence\":null,\"tip\":\""
                + tip
                + "\",\"tips\":[\"" + tip + "\"]}]";
    }

    @Test
    void machinesThatArePooledAreTold(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < 5; i++) {
            sample.add(
                    run(i).fingerprint("aaaa").took(1000),
                    run(i + 10).fingerprint("bbbb").took(3000 + i));
        }
        sample.add(run(20).fingerprint("bbbb").took(3010));

        ToolRun run = ToolRun.of(home, "report");

        assertThat(run.out())
                .contains("  batch *    11")
                .contains("* runs on several kinds of machine together; see Machines.")
                .contains("  batch    bbbb            6      6   3.0 s  ~3.0 s\n")
                .contains("  batch    aaaa            5      5   1.0 s  ~1.0 s\n");
    }

    @Test
    void oneRunIsEnough(@TempDir Path home) throws IOException {
        new SampleHome(home).add(run(1).took(812));

        ToolRun run = ToolRun.of(home, "report");

        assertThat(run.out())
                .contains("1 of 1 command: 1 succeeded")
                .contains("  batch       1  812 ms  812 ms  ~812 ms    -      0%")
                .contains("unknown");
        assertThat(json(ToolRun.of(home, "report", "--format", "json"))
                        .at("/summary/commands_per_minute")
                        .isNull())
                .isTrue();
    }

    @Test
    void aKilledRunIsTakenInAndNotTimed(@TempDir Path home) throws IOException {
        SampleRun killed = run(1);
        new SampleHome(home).marker(77, killed.marker(77, 5L, Instant.parse("2026-11-20T09:30:00Z")));

        ToolRun run = ToolRun.of(home, "report");

        assertThat(run.out()).contains("1 killed (100%)").contains("  runs           none that succeeded, was warm");
    }

    @Test
    void anEmptyHistorySaysHowToFillIt(@TempDir Path home) {
        ToolRun text = ToolRun.of(home, "report");
        ToolRun json = ToolRun.of(home, "report", "--format", "json");

        assertThat(text.out()).isEmpty();
        assertThat(text.err()).startsWith("No runs in " + home).contains("-javaagent:perf-agent.jar");
        assertThat(text.code()).isEqualTo(2);
        assertThat(json(json).at("/summary/runs").intValue()).isZero();
        assertThat(json(json).get("commands")).isEmpty();
        assertThat(ToolRun.of(home, "report", "--format", "csv").out().lines()).hasSize(1);
    }

    @Test
    void theTimeframeAndTheCommandLeaveWhatFits(@TempDir Path home) throws IOException {
        SampleHistory.fill(home);

        JsonNode some = json(ToolRun.of(
                home,
                "report",
                "--timeframe",
                "2026-11-19T13:00..2026-11-19T15:00",
                "--command",
                "batch",
                "--format",
                "json"));

        assertThat(some.at("/summary/runs").intValue()).isEqualTo(4);
        assertThat(some.at("/scope/from").stringValue()).isEqualTo("2026-11-19T12:00:00Z");
        assertThat(some.at("/scope/to").stringValue()).isEqualTo("2026-11-19T14:00:00Z");
        assertThat(ToolRun.of(home, "report", "--command", "none").err())
                .endsWith("perf-agent: no command 'none' was recorded; there are batch, status\n");
    }

    @Test
    void namesCannotReachTheTerminalOrASpreadsheet(@TempDir Path home) throws IOException {
        String hostile = "=cmd|' /C calc'!A0\u001b]0;title\u0007\n\u202e<img src=x>";
        new SampleHome(home).add(run(1).command(hostile).application("@evil"));

        for (String format : new String[] {"text", "json", "csv", "markdown"}) {
            for (String command : new String[] {"report", "analyze"}) {
                String out = ToolRun.of(home, command, "--format", format).out();
                assertThat(out).doesNotContain("\u001b", "\u0007", "\u202e");
            }
        }
        assertThat(ToolRun.of(home, "report", "--format", "csv").out())
                .contains("\n\"'@evil\",\"'=cmd|' /C calc'!A0\\u001b]0;title\\u0007\\n\\u202e<img src=x>\",1,");
        assertThat(ToolRun.of(home, "report", "--format", "markdown").out()).doesNotContain("<img", "@evil");
        assertThat(json(ToolRun.of(home, "report", "--format", "json"))
                        .at("/commands/0/command")
                        .stringValue())
                .isEqualTo(hostile);
    }

    @Test
    void everyScreenIsServed(@TempDir Path home) throws IOException {
        SampleHistory.fill(home);
        String text = ToolRun.of(home, "report").out();

        assertThat(ToolRun.on(new Screen(false, false), home, "report").out())
                .isASCII()
                .contains("_");
        String colored = ToolRun.on(new Screen(true, true), home, "report").out();
        assertThat(colored).contains("\u001b[31mdegrading").contains("\u001b[32mexcellent");
        assertThat(colored.replaceAll("\u001b\\[\\d+m", "")).isEqualToNormalizingWhitespace(text);
        assertThat(ToolRun.on(new Screen(false, true, 60), home, "report").out().lines())
                .allMatch(line -> line.length() <= 60
                        || line.startsWith("  batch")
                        || line.startsWith("  status")
                        || line.startsWith("  COMMAND"));
        assertThat(text.lines()).allMatch(line -> line.length() <= Screen.WIDTH);
    }

    private static SampleRun run(int minute) {
        String two = minute < 10 ? "0" + minute : "" + minute;
        return SampleRun.plain("0193ab14" + two, "2026-11-20T09:" + two + ":00Z");
    }

    private static JsonNode json(ToolRun run) {
        return JsonMapper.shared().readTree(run.out());
    }
}
