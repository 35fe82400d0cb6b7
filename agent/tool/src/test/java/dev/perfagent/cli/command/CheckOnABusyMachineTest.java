package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleSeries;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
