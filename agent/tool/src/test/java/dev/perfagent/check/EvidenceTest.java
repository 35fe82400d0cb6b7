package dev.perfagent.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.history.History;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
    /** Else all runs of a large history would be kept, and sorted again with each part that is read. */
    @Test
    void aSeldomCommandAmongThoseThatAreJudgedDoesNotKeepTheRunsOfTheOthers(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(run("a", "2026-11-18T08:00:00Z"));
        StringBuilder day = new StringBuilder();
        for (int i = 1000; i < 1800; i++) {
            day.append(run("b" + i, "2026-11-19T08:00:00." + i % 1000 / 100 + i % 100 / 10 + i % 10 + "Z")
                            .line())
                    .append('\n');
        }
        SampleHome.append(sample.historyFile("2026-11-19", "build-7"), day.toString());
        sample.add(run("c", "2026-11-20T08:00:00Z").command("seldom"), run("d", "2026-11-20T09:00:00Z"));
        History history = new History(home);
        List<StoredRun> judged =
                history.newest(RunQuery.newest(2)).stream().map(RawRun::run).toList();
        Evidence evidence = Evidence.on(judged);

        history.readNewest(RunSelection.ALL, evidence);

        assertThat(evidence.since()).as("all days were read").isNull();
        assertThat(evidence.kept()).as("of 803").isLessThan(400);
        assertThat(evidence.before(judged.get(0)).sameVersion().runs()).isEqualTo(50);
        assertThat(evidence.before(judged.get(1)).sameVersion().runs()).isZero();
    }

    @Test
    void runsThatWereMadeToMeasureAreNeitherComparedNorComparedWith(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(
                run("a", "2026-11-20T08:00:00Z"),
                run("b", "2026-11-20T08:01:00Z").label("benchmark", "B1"),
                run("c", "2026-11-20T08:02:00Z").label("profiled", "true"),
                run("d", "2026-11-20T08:03:00Z").label("profiled", "false"),
                run("e", "2026-11-20T08:04:00Z"),
                run("f", "2026-11-20T08:05:00Z").label("benchmark", "B2"));
        History history = new History(home);
        List<StoredRun> judged =
                history.newest(RunQuery.newest(2)).stream().map(RawRun::run).toList();
        Evidence evidence = Evidence.on(judged);
        history.readNewest(RunSelection.ALL, evidence);

        assertThat(evidence.before(judged.get(0)).sameVersion().runs()).as("f").isZero();
        assertThat(evidence.before(judged.get(1)).sameVersion().runs()).as("e").isEqualTo(2);
        assertThat(Evidence.on(judged.subList(0, 1)).since())
                .as("nothing to read")
                .isEqualTo(Instant.MAX);
    }

    private static SampleRun run(String id, String start) {
        return SampleRun.plain(id, start).fingerprint("f");
    }
}
