package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.BusySeries;
import dev.perfagent.sample.SampleSeries;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code analyze --focus noise} over histories of which it is known who was busy, when, and whose doing it was. */
class NoiseOfMachinesTest {
    private final Path home;

    NoiseOfMachinesTest(@TempDir Path folder) {
        home = folder.resolve("home");
    }

    @Test
    void theNoisyHostTheBusyHourAndTheMachinesPartAreFound() throws IOException {
        new BusySeries(home, "quiet-1").add(30, "2026-11-19T03:00:00Z", 1000, 0, 0.02);
        new BusySeries(home, "noisy-2").add(30, "2026-11-19T09:00:00Z", 1000, 0.3, 0.7);

        String text = words(ToolRun.of(home, "analyze", "--focus", "noise"));

        assertThat(text)
                .containsPattern(
                        "noisy-2 is the noisiest: half of its runs waited for a CPU for (4|5)\\d% of their time")
                .containsPattern("noisy-2 \\S+ 30 (4|5)\\d% \\d+% 100% 0%")
                .contains("The machines are busiest from 10:00 to 11:00")
                .contains("and quietest from 04:00 to 05:00")
                .containsPattern("batch: its times vary by \\d+%; (99|100)(\\.\\d)?% of that is the machine's doing")
                .contains("Trust CPU time and the time without waiting more than wall time.");
        JsonNode noise = JsonMapper.shared()
                .readTree(ToolRun.of(home, "analyze", "--format", "json").out())
                .path("noise");
        assertThat(noise.path("machines").path(0).path("host").asString()).isEqualTo("noisy-2");
        assertThat(noise.path("hours_differ").asBoolean()).isTrue();
        assertThat(noise.path("commands").path(0).path("machine_part").doubleValue())
                .isGreaterThan(0.98);
    }

    @Test
    void whatTheCommandDoesItselfIsItsOwn() throws IOException {
        BusySeries series = new BusySeries(home, "build-7");
        for (int i = 0; i < 5; i++) {
            series.add(6, "2026-11-19T0" + (2 + i) + ":00:00Z", 600 + 200 * i, 0.1, 0.1);
        }

        assertThat(words(ToolRun.of(home, "analyze", "--focus", "noise")))
                .contains("No hour is busier than the others by more than chance.")
                .doesNotContain("Trust CPU time");
        assertThat(JsonMapper.shared()
                        .readTree(
                                ToolRun.of(home, "analyze", "--format", "json").out())
                        .at("/noise/commands/0/machine_part")
                        .doubleValue())
                .isLessThan(0.01);
    }

    @Test
    void aHistoryWithoutTheFieldsSaysSo() throws IOException {
        new SampleSeries(home, 1, 0.01).add(20, "2026-11-20T08:00:00Z", 1000, run -> run);

        assertThat(words(ToolRun.of(home, "analyze", "--focus", "noise")))
                .contains("Not known: no timed run knows how long it waited for a CPU");
        assertThat(ToolRun.of(home, "analyze").out()).doesNotContain("Not known: no timed run");
    }

    private static String words(ToolRun run) {
        return run.out().replaceAll("\\s+", " ");
    }
}
