package dev.perfagent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentRecordsTest {
    private static final TimedCommand COMMAND = new TimedCommand("batch", List.of("ghpm", "batch"));

    @TempDir
    private Path home;

    @Test
    void aCommandHasTheMediansOfWhatItsRunsRecorded() throws IOException {
        new SampleHome(home)
                .add(run("a", "1", 100, 40), run("b", "2", 120, 60), run("c", "3", 500, 50), run("d", "9", 9000, 9000));
        List<Measurement> runs = List.of(measured(1), measured(2), measured(3));

        CommandResult command = AgentRecords.in(home, "s", Instant.parse("2026-11-20T08:00:00Z"))
                .joined(new BenchmarkResult(
                        "s",
                        Instant.EPOCH,
                        SessionEnd.ITERATIONS,
                        List.of(new CommandResult(new CommandRuns(COMMAND, runs), null, List.of(), null, null)),
                        List.of()))
                .commands()
                .get(0);

        assertThat(command.version()).isEqualTo("2.0.0");
        assertThat(command.agent())
                .isEqualTo(new AgentFigures(3, 120.0, 90.0, 7.0, 64.0, 2.0, 5.0, 1200.0, 4.0, Map.of("parsing", 50.0)));
    }

    private static SampleRun run(String id, String number, double ms, double parsingMs) {
        return SampleRun.plain(id, "2026-11-20T09:00:0" + number + "Z")
                .took(ms)
                .phase("parsing", parsingMs)
                .label("benchmark", "s")
                .label("benchmark_run", number)
                .json("http", "[{\"host\":\"api.github.com\",\"requests\":3},{\"host\":\"a.org\",\"requests\":1}]")
                .json("resource_usage", """
                    {"cpu_time_ms": 90, "cpu_wait_ms": 7, "peak_memory_mb": 64, "allocated_bytes": 2097152, "gc_ms": 5,
                    "classes_loaded": 1200}
                    """);
    }

    private static Measurement measured(int number) {
        return new Measurement(number, 100, 0, null, null, null, null, null);
    }
}
