package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.sample.BusySeries;
import dev.perfagent.sample.SampleSeries;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs of which it is known what the machine did and what the command did itself. */
class CheckOnBusyMachineTest {
    private final Path home;
    private final BusySeries series;

    CheckOnBusyMachineTest(@TempDir Path folder) {
        home = folder.resolve("home");
        series = new BusySeries(home, "build-7");
    }

    @Test
    void contentionAloneDoesNotFailIt() throws IOException {
        series.add(20, "2026-11-20T08:00:00Z", 1000, 0, 0.05);
        series.add(6, "2026-11-20T08:30:00Z", 1000, 0.5, 0.6);

        ToolRun run = check();

        assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.FINE);
        assertThat(words(run))
                .containsPattern(
                        "wall time 2\\.\\d s, CPU time 1\\.2 s \\(application 1\\.0 s\\), machine's share 5\\d%")
                .contains(
                        "The machine was busy, so wall time says little about the tool: its time without waiting for a"
                                + " CPU (1.1 s) and the application's CPU time are compared.");
    }

    @Test
    void moreCpuTimeFailsItThoughWallTimeIsNoise() throws IOException {
        series.add(20, "2026-11-20T08:00:00Z", 1000, 0, 0.7);
        series.add(3, "2026-11-20T08:30:00Z", 1300, 0.4, 0.5);

        ToolRun run = check();

        assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.AGAINST);
        assertThat(words(run))
                .contains("in 3 runs in a row; CPU time grew by")
                .contains("the machine's part is not counted");
    }

    @Test
    void onAnOverloadedMachineOnlyCpuTimeCounts() throws IOException {
        series.add(20, "2026-11-20T08:00:00Z", 1000, 0.76, 0.8);
        series.add(3, "2026-11-20T08:30:00Z", 1300, 0.76, 0.8);

        ToolRun run = check();

        assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.AGAINST);
        assertThat(words(run))
                .contains("The machine was overloaded, so times on the clock say nothing about the tool")
                .contains("wall time says nothing here: the machine was busy (its share 7");
        JsonNode json = json(check("--format", "json"));
        assertThat(json.path("judged_by").asString()).isEqualTo("application_cpu");
    }

    @Test
    void programsGetThePartsToo() throws IOException {
        series.add(20, "2026-11-20T08:00:00Z", 1000, 0, 0.05);
        series.add(3, "2026-11-20T08:30:00Z", 1300, 0.5, 0.5);

        JsonNode json = json(check("--format", "json"));
        assertThat(json.path("machine_share").doubleValue()).isEqualTo(0.5);
        assertThat(json.path("application_cpu_ms").doubleValue()).isBetween(1274.0, 1326.0);
        assertThat(json.path("cpu_ms").doubleValue()).isBetween(1474.0, 1526.0);
        assertThat(json.path("without_waiting_ms").doubleValue()).isBetween(1324.0, 1376.0);
        assertThat(json.path("wall_ms").doubleValue()).isGreaterThan(2500);
        assertThat(json.path("judged_by").asString()).isEqualTo("active_time");
        assertThat(check("--format", "junit").out())
                .contains("<property name=\"machine_share\" value=\"0.5\"/>")
                .contains("<property name=\"judged_by\" value=\"active_time\"/>");
        assertThat(check("--format", "github").out())
                .contains("CPU time grew by")
                .contains("machine's share 50%25");
    }

    @Test
    void whatTheRecordsDoNotSayIsNotKnown() throws IOException {
        new SampleSeries(home, 1, 0.01).add(20, "2026-11-20T08:00:00Z", 1000, run -> run);

        assertThat(words(check())).contains("s, CPU time not known, machine's share not known");
        JsonNode json = json(check("--format", "json"));
        assertThat(json.path("machine_share").isNull()).isTrue();
        assertThat(json.path("cpu_ms").isNull()).isTrue();
        assertThat(json.path("judged_by").asString()).isEqualTo("total");
    }

    private ToolRun check(String... options) {
        String[] line = new String[options.length + 1];
        line[0] = "check";
        System.arraycopy(options, 0, line, 1, options.length);
        return ToolRun.of(home, line);
    }

    private static String words(ToolRun run) {
        return run.out().replaceAll("\\s+", " ");
    }

    private static JsonNode json(ToolRun run) {
        return JsonMapper.shared().readTree(run.out()).path("runs").path(0);
    }
}
