package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Duration;
import dev.perfagent.run.Environment;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
import dev.perfagent.run.RunJson;
import dev.perfagent.sample.SampleHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What core writes is what is read here. */
class CoreFormatTest {
    private static final long START = 1_795_167_015_123L; // 2026-11-20T09:30:15.123Z

    @Test
    void aRunIsRead(@TempDir Path home) throws IOException {
        new SampleHome(home).addLine("2026-11-20", "h", RunJson.line(run()));

        assertIsTheRun(home, "success", 2450);
    }

    @Test
    void aMarkerIsRecovered(@TempDir Path home) throws IOException {
        new SampleHome(home).marker(77, RunJson.marker(run(), 77, 5L, START + 1000));

        new KilledRuns(home, new FixedLiveness(Set.of(), "h"), Clock.systemUTC()).recover();

        assertIsTheRun(home, "killed", 2450);
    }

    private static void assertIsTheRun(Path home, String outcome, double totalMs) throws IOException {
        assertThat(new History(home).newest(RunQuery.newest(5))).singleElement().satisfies(raw -> {
            StoredRun run = raw.run();
            assertThat(run.id()).isEqualTo("id-1");
            assertThat(run.start().toEpochMilli()).isEqualTo(START);
            assertThat(run.application()).isEqualTo("ghpm");
            assertThat(run.command()).isEqualTo("batch");
            assertThat(raw.fields().text("outcome")).isEqualTo(outcome);
            assertThat(run.totalMs()).isEqualTo(totalMs);
            assertThat(run.duration().phases()).extracting(Phase::name).containsExactly("load");
        });
    }

    private static Run run() {
        return new Run(
                "id-1",
                START,
                START + 2450,
                "ghpm",
                null,
                "batch",
                List.of("--all"),
                Outcome.SUCCESS,
                0,
                null,
                new Duration(2450, null, null, List.of(new Phase("load", 3, 2, 1, null, null, null, null, null))),
                new ResourceUsage(null, null, null, null, null, null, null, null, null, null, null, Contention.UNKNOWN),
                null,
                null,
                null,
                null,
                Map.of(),
                new Environment("h", null, "Linux", "amd64", null, 2, null, "17", null, null, null, null, null, "f"),
                new AgentCost("1", "warm", 1, 0, null, false, 1, 5),
                List.of());
    }
}
