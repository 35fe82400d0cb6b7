package dev.perfagent.cli.view.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.calibrate.MeasureResult;
import dev.perfagent.calibrate.SystemMeasure;
import dev.perfagent.calibrate.SystemResult;
import dev.perfagent.cli.output.DocumentMarkdown;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.run.Environment;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SystemDocumentTest {
    private static final Environment MACHINE = new Environment(
            "build-7", null, "Linux", "amd64", "a CPU", 2, 4096L, "17", null, null, null, null, null, "print");

    @Test
    void workWithoutAScoreIsNamedWithTheReasonAndWhatToDo() {
        List<Double> unsteady = List.of(40.0, 90.0, 41.0, 85.0, 40.0, 95.0, 60.0, 44.0, 70.0, 88.0);

        String text = text(
                new SystemResult.Contention(0.93, 0.4, 120.0, 0.0),
                new MeasureResult(SystemMeasure.CPU_ONE_CORE, Collections.nCopies(10, 3000.0), ""),
                new MeasureResult(SystemMeasure.JVM_START, unsteady, ""),
                new MeasureResult(SystemMeasure.DISK_WRITE, List.of(300.0, 310.0), ""));

        assertThat(text)
                .contains("| CPU, one core | 3,000 |", "| JVM start | none |", "| Disk, writing | none |")
                .contains("No score where the rounds vary by more than 5%: JVM start. This machine has no one speed")
                .contains("The scores that are there hold.", "end what else runs")
                .contains("No score with fewer than 10 rounds: Disk, writing. They took too long")
                .contains("Something waited for a CPU in 93% of the time.")
                .contains("Something waited for a disk in 40% of the time.")
                .contains("The hypervisor gave 120 ms to other machines.")
                .doesNotContain("quota");
    }

    @Test
    void aQuietMachineHasNothingElseToRead() {
        String text = text(
                new SystemResult.Contention(0.01, 0.0, 0.0, null),
                new MeasureResult(SystemMeasure.CPU_ONE_CORE, Collections.nCopies(10, 3000.0), ""));

        assertThat(text).doesNotContain("No score", "Something waited", "hypervisor", "quota");
    }

    private static String text(SystemResult.Contention contention, MeasureResult... measures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(bytes, StandardCharsets.UTF_8, new Screen(false, true));
        DocumentMarkdown.write(
                SystemDocument.of(new SystemResult(Instant.EPOCH, 4, MACHINE, contention, List.of(measures))), out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
