package dev.perfagent.cli.session;

import dev.perfagent.check.EarlierRuns;
import dev.perfagent.check.Evidence;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.TimeRange;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The runs before those that are judged, read from the newest day on and no further back than needed. */
public final class StoredEarlierRuns implements EarlierRuns {
    private final StoredRuns stored;

    public StoredEarlierRuns(StoredRuns stored) {
        this.stored = stored;
    }

    @Override
    public List<StoredRun> upTo(StoredRun run, int count) throws IOException {
        RunSelection earlier =
                RunSelection.ALL.in(upTo(run)).ofApplication(run.application()).ofCommand(run.command());
        return stored.history().newest(new RunQuery(earlier, count)).stream()
                .map(RawRun::run)
                .toList();
    }

    @Override
    public Evidence evidence(List<StoredRun> runs) throws IOException {
        Set<String> commands = new HashSet<>();
        for (StoredRun run : runs) {
            commands.add(run.command());
        }
        RunSelection wanted = RunSelection.ALL
                .in(upTo(runs.get(0)))
                .ofCommand(commands.size() == 1 ? runs.get(0).command() : null);
        Evidence evidence = Evidence.on(runs);
        stored.readNewest(wanted, evidence);
        return evidence;
    }

    private static TimeRange upTo(StoredRun newest) {
        return new TimeRange(null, newest.start().plusMillis(1));
    }
}
