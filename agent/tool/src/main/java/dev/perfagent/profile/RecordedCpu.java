package dev.perfagent.profile;

import dev.perfagent.history.History;
import dev.perfagent.history.Label;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunKind;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import dev.perfagent.run.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The CPU time of phases by the records of profiled runs: the agent measures it, while samples only estimate it. */
final class RecordedCpu {
    /** A script may start many JVMs. */
    private static final int MOST = 20_000;

    /** The clock may be set back a little. */
    private static final long MARGIN_SECONDS = 60;

    private RecordedCpu() {}

    /** Adds it to each phase that all runs know it of. */
    static void add(Path home, String id, Instant start, Profile profile) throws IOException {
        RunSelection selection = RunSelection.ALL
                .in(TimeRange.since(start.minusSeconds(MARGIN_SECONDS)))
                .ofKind(new RunKind(null, List.of(new Label("profile", id))));
        Map<String, Double> sums = new HashMap<>();
        for (RawRun run : new History(home).newest(new RunQuery(selection, MOST))) {
            for (Phase phase : run.run().duration().phases()) {
                Double ms = phase.cpuMs();
                sums.merge(phase.name(), ms == null ? Double.NaN : ms, Double::sum);
            }
        }
        profile.phases().forEach((name, phase) -> {
            Double ms = sums.get(name);
            phase.recordedCpu(ms == null || ms.isNaN() ? null : ms);
        });
    }
}
