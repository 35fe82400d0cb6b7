package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleSeries;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time that is judged without the machine's part is shorter than the run took, and the reader sees why. */
class CheckOnABusyMachineTest {
    @TempDir
    private Path home;

    @Test
    void aTimeThatIsShorterThanTheRunSaysWhatIsNotCounted() throws IOException {
        add(300);

        assertThat(text()).containsPattern("; the machine's part is not counted: 3\\d\\dms of 1\\.0s ");
    }

    @Test
    void onAQuietMachineThereIsNothingToSay() throws IOException {
        add(3);

        assertThat(text()).contains("recent runs").doesNotContain("machine's part");
    }

    /** Half more CPU time in the last three runs: the agent's own work and the JVM's show whether the CPU was slower. */
    @ParameterizedTest
    @CsvSource({"1.5, 0", "1, 1"})
    void aSlowCpuIsNotReported(double slower, int exitCode) throws IOException {
        SampleSeries series = new SampleSeries(home, 1, 0.005);
        series.add(20, "2026-11-20T08:00:00Z", 1000, run -> run.json("resource_usage", onCpu(400, 1)));
        series.add(3, "2026-11-20T09:30:00Z", 1200, run -> run.json("resource_usage", onCpu(600, slower)));

        ToolRun check = ToolRun.of(home, "check");

        assertThat(check.code()).as(check.out()).isEqualTo(exitCode);
    }

    private static String onCpu(int cpuMs, double slower) {
        double jvmMs = 200 * slower;
        String usage = """
                {"cpu_time_ms": %s, "jvm_cpu_ms": %s, "thread_cpu_ms": %d, "cpu_wait_ms": 0, "gauge_ms": %s,
                 "look_us": %s, "gauge_id": "00ff00ff00ff00ff"}""";
        return usage.formatted(cpuMs + jvmMs, jvmMs, cpuMs, 20 * slower, 250 * slower);
    }

    private void add(int waitMs) throws IOException {
        String usage = """
                {"cpu_time_ms": 600, "jvm_cpu_ms": 200, "thread_cpu_ms": 350, "cpu_wait_ms": %d}""".formatted(waitMs);
        new SampleSeries(home, 1, 0.005)
                .add(20, "2026-11-20T08:00:00Z", 1000, run -> run.json("resource_usage", usage));
    }

    private String text() {
        return ToolRun.of(home, "check")
                .out()
                .replaceAll("\\n +(?=[a-z0-9])", " ")
                .replace("  ", " ");
    }
}
