package dev.perfagent.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.check.Evidence;
import dev.perfagent.cli.option.CommonOptions;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.SystemLiveness;
import dev.perfagent.prepare.ConsoleLauncher;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that ran seldom is not looked for in all of a large history. */
class StoredEarlierRunsTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Session session;
    private final SampleHome home;

    StoredEarlierRunsTest(@TempDir Path folder) {
        home = new SampleHome(folder);
        session = new Session(
                new Output(new ByteArrayOutputStream(), StandardCharsets.UTF_8, new Screen(false, true)),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("PERF_AGENT_HOME", folder.toString()),
                Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC),
                new SystemLiveness(Path.of("/proc")),
                null,
                new ConsoleLauncher(System.err),
                new CommonOptions());
    }

    @BeforeEach
    void fourDaysOfWhichTheFirstAndTheLastHaveTheCommand() throws IOException {
        home.add(
                SampleRun.plain("1", "2026-11-17T08:00:00Z").command("rare"),
                SampleRun.plain("2", "2026-11-18T08:00:00Z").command("usual"),
                SampleRun.plain("3", "2026-11-19T08:00:00Z").command("usual"),
                SampleRun.plain("4", "2026-11-20T08:00:00Z").command("rare"));
    }

    @Test
    void withinTheBudgetAllDaysAreRead() throws IOException {
        StoredEarlierRuns earlier = new StoredEarlierRuns(open());

        assertThat(earlier.upTo(newest(), 10)).extracting(StoredRun::id).containsExactly("4", "1");
        earlier.evidence(List.of(newest()));
        earlier.reportHowFar(session);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void beyondItOlderDaysAreNotRead() throws IOException {
        StoredEarlierRuns earlier = new StoredEarlierRuns(open(), 1);

        assertThat(earlier.upTo(newest(), 10)).extracting(StoredRun::id).containsExactly("4");
        Evidence evidence = earlier.evidence(List.of(newest()));
        earlier.reportHowFar(session);

        assertThat(evidence.before(newest()).ended()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("perf-agent: earlier runs were looked for in the newest 1 MB of the history"
                        + " only, back to 2026-11-20");
    }

    private StoredRuns open() throws IOException {
        return StoredRuns.open(session, new HistoryOptions());
    }

    private StoredRun newest() throws IOException {
        return open().history().newest(RunQuery.newest(1)).stream()
                .map(RawRun::run)
                .findFirst()
                .orElseThrow();
    }
}
