package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.BusySeries;
import dev.perfagent.sample.SampleSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reports, baselines and comparisons say of runs on a machine that was busy to a known degree. */
class BusyMachineReportTest {
    private final Path folder;
    private final Path home;

    BusyMachineReportTest(@TempDir Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
    }

    @Test
    void theReportHasCpuTimeAndTheMachinesShare() throws IOException {
        new BusySeries(home, "build-7").add(20, "2026-11-20T08:00:00Z", 1000, 0.3, 0.3);

        assertThat(words(ToolRun.of(home, "report"))).containsPattern("batch 1\\.2 s 1\\.0 s 30% 30%");
        assertThat(ToolRun.of(home, "report", "--format", "markdown").out())
                .contains("| Command | CPU | Application | Machine | Machine p90 |");
        JsonNode machine = JsonMapper.shared()
                .readTree(ToolRun.of(home, "report", "--format", "json").out())
                .path("commands")
                .path(0)
                .path("machine");
        assertThat(machine.path("median_cpu_ms").doubleValue()).isBetween(1180.0, 1220.0);
        assertThat(machine.path("median_application_cpu_ms").doubleValue()).isBetween(980.0, 1020.0);
        assertThat(machine.path("machine_share").doubleValue()).isEqualTo(0.3);
        assertThat(ToolRun.of(home, "report", "--format", "csv").out())
                .contains(",median_cpu_ms,median_application_cpu_ms,machine_share,machine_share_p90")
                .contains(",0.3,0.3\r\n");
    }

    @Test
    void whatNoRunKnowsIsLeftOut() throws IOException {
        new SampleSeries(home, 1, 0.01).add(20, "2026-11-20T08:00:00Z", 1000, run -> run);

        assertThat(ToolRun.of(home, "report").out()).doesNotContain("CPU time and the machine");
        assertThat(ToolRun.of(home, "report", "--format", "json").out()).contains("\"machine_share\":null");
    }

    @Test
    void aBaselineOfABusyMachineIsWrittenWithAWarning() throws IOException {
        new BusySeries(home, "build-7").add(20, "2026-11-20T08:00:00Z", 1000, 0.3, 0.3);
        assertThat(ToolRun.of(home, "baseline", "save", "busy").code()).isZero();
        assertThat(Files.readString(home.resolve("baselines/busy.json")))
                .contains("\"active_time\":")
                .contains("\"application_cpu\":");

        ToolRun written = ToolRun.of(
                home,
                "baseline",
                "write",
                "busy",
                folder.resolve("benchmarks.yml").toString());

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.err())
                .contains("batch: the machine was busy, its runs waited for a CPU for 30% of their time");
    }

    @Test
    void analysesAndTheListOfBaselinesHaveCpuTimeAndTheMachinesShare() throws IOException {
        new BusySeries(home, "build-7").add(20, "2026-11-20T08:00:00Z", 1000, 0.3, 0.3);
        assertThat(ToolRun.of(home, "baseline", "save", "busy").code()).isZero();

        assertThat(words(ToolRun.of(home, "baseline", "list"))).containsPattern("20 1 1\\.2 s 30% last 30");
        assertThat(words(ToolRun.of(home, "analyze"))).containsPattern("batch 20 1\\.6 s \\S+ s 1\\.2 s 30% 100%");
        assertThat(json("baseline", "list")
                        .at("/baselines/0/commands/0/machine_share")
                        .doubleValue())
                .isEqualTo(0.3);
        assertThat(json("analyze").at("/commands/0/machine/machine_share").doubleValue())
                .isEqualTo(0.3);
    }

    @Test
    void aBaselineThatDoesNotKnowItIsComparedByTheClockAndThatIsSaid() throws IOException {
        new SampleSeries(home, 1, 0.01).add(20, "2026-11-20T07:00:00Z", 1000, run -> run);
        assertThat(ToolRun.of(home, "baseline", "save", "old").code()).isZero();
        new BusySeries(home, "build-7").add(20, "2026-11-20T08:00:00Z", 1000, 0.3, 0.3);

        ToolRun compared = ToolRun.of(home, "compare", "--baseline", "old", "--current", "last 20");

        assertThat(compared.code()).as(compared.err()).isEqualTo(1);
        assertThat(words(compared))
                .contains("not all runs know how long they waited for a CPU, so times on the clock count");
    }

    private JsonNode json(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--format";
        all[arguments.length + 1] = "json";
        return JsonMapper.shared().readTree(ToolRun.of(home, all).out());
    }

    private static String words(ToolRun run) {
        return run.out().replaceAll("\\s+", " ");
    }
}
