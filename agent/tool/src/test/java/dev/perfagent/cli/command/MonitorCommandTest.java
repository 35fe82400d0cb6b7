package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands make of what a monitor wrote; that it writes is shown with real processes. */
final class MonitorCommandTest {
    @TempDir
    private Path home;

    @Test
    void theReportNamesTheBadMinuteAndTheRunThatFellIntoIt() throws IOException {
        watched();

        ToolRun run = ToolRun.of(home, "monitor", "report");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("CPU 98%, waiting for a CPU 60% of the time")
                .contains("Most at peaks: java, gcc.")
                .contains("ghpm batch")
                .containsPattern("cpu_usage_high +1");
        assertThat(home.resolve("monitor/S/performance-report.json"))
                .content()
                .contains("\"cpu_percent\":{\"average\":54.0,\"min\":10.0,\"peak\":98.0,\"band\":\"normal\"}")
                .contains("\"reasons\":[\"CPU 98%\"");
        assertThat(home.resolve("monitor/S/timing.csv")).content().startsWith("execution_id,");
    }

    @Test
    void aRunShowsWhatTheMachineDid() throws IOException {
        watched();

        ToolRun run = ToolRun.of(home, "runs", "show", "a");

        assertThat(run.out())
                .contains("The machine at that time (monitor)")
                .contains("CPU            98%\n")
                .contains("java, gcc");
    }

    @Test
    void theMachineIsLookedAtOnce() {
        ToolRun run = ToolRun.of(home, "monitor", "collect", "--interval", "10ms", "--format", "json");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("{\"system_metrics\":{\"timestamp\":\"2026-11-20T10:00:00Z\",\"memory\":{\"total_mb\":")
                .contains("\"usage_percent\":", "\"cores\":", "\"available_gb\":");
    }

    @Test
    void analyzeShowsWhatTheMachineDidDuringSlowRuns() throws IOException {
        watched();
        ToolRun text = ToolRun.of(home, "analyze");
        ToolRun json = ToolRun.of(home, "analyze", "--format", "json");
        ToolRun phases = ToolRun.of(home, "analyze", "--focus", "phases");

        assertThat(text.out())
                .contains("The machine during slow runs (monitor)")
                .containsPattern("\\b98%\\s+60%\\s+.*java, gcc");
        assertThat(json.out())
                .contains("\"machine\":[{\"execution_id\":\"")
                .contains("\"samples\":1,\"cpu_percent\":98,\"cpu_pressure\":0.6,\"io_pressure\":null")
                .contains("\"top\":[\"java\",\"gcc\"]");
        assertThat(phases.out()).doesNotContain("(monitor)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monitor                       | 2 | a command is missing; there are start, status, stop, collect,"
                        + " report",
                "monitor status                | 2 | No monitor is running, and none has run here",
                "monitor stop                  | 2 | no monitor is running",
                "monitor report                | 2 | No monitor has run here; 'monitor start' starts one.",
                "monitor start --interval 10ms | 2 | --interval is too short; give 100ms or more",
                "monitor start --pid 999999999 | 2 | --pid: there is no process 999999999",
                "monitor start                 | 2 | this needs the packed perf-agent.jar",
            })
    void wrongUsageIsSaid(String line, int code, String message) {
        ToolRun run = ToolRun.of(home, line.split(" "));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message);
    }

    private void watched() throws IOException {
        new SampleHome(home).add(SampleRun.plain("a", "2026-11-20T09:00:10Z"));
        Files.createDirectories(home.resolve("monitor/S"));
        Files.writeString(home.resolve("monitor/state.json"), """
            {"pid":1,"start_ticks":1,"session":"S","started":"2026-11-20T08:59:00.000Z","interval_ms":1000,"duration_ms":null,
            "memory_limit_mb":500,"disk_limit_mb":null,"cpu_limit_percent":95,"samples":2,"ended":"2026-11-20T09:02:00.000Z",
            "end":"stopped"}
            """);
        Path day = Files.createDirectories(home.resolve("machine/date=2026-11-20"));
        Files.writeString(day.resolve("h.ndjson"), """
            {"kind":"machine","timestamp":"2026-11-20T08:59:30.000Z","cpu_percent":10,"cpu_pressure":0,"top":null}
            half a line
            {"kind":"machine","timestamp":"2026-11-20T09:00:10.000Z","cpu_percent":98,"cpu_pressure":0.6,"top":"java gcc"}
            """);
        Files.writeString(home.resolve("alerts.log"), """
            2026-11-20T09:00:10.000Z warning cpu_usage_high monitor-S perf-agent: monitor
            MACHINE ALERT: The processors are busy

            """);
    }
}
