package dev.perfagent.cli.session;

import dev.perfagent.check.EarlierRuns;
import dev.perfagent.check.Evidence;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.ReadBudget;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.TimeRange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs before those that are judged, read from the newest day on and no further back than needed. */
public final class StoredEarlierRuns implements EarlierRuns {
    private static final int MB = 1024 * 1024;

    /** About 100,000 runs (decision 122). */
    private static final int MOST_MB = 256;

    private final StoredRuns stored;
    private final long mostBytes;
    private @Nullable LocalDate stoppedAt;

    public StoredEarlierRuns(StoredRuns stored) {
        this(stored, (long) MOST_MB * MB);
    }

    /** @param mostBytes that are read for each question */
    StoredEarlierRuns(StoredRuns stored, long mostBytes) {
        this.stored = stored;
        this.mostBytes = mostBytes;
    }

    /** Reports that there may be earlier runs that were not looked at. */
    public void reportHowFar(Session session) {
        if (stoppedAt != null) {
            session.report("perf-agent: earlier runs were looked for in the newest " + Math.max(1, mostBytes / MB)
                    + " MB of the history only, back to " + stoppedAt);
        }
    }

    /** The day nearest to the present at which a question stopped. */
    private void keep(ReadBudget budget) {
        LocalDate day = budget.stoppedAt();
        if (day != null && (stoppedAt == null || day.isAfter(stoppedAt))) {
            stoppedAt = day;
        }
    }

    @Override
    public List<StoredRun> upTo(StoredRun run, int count) throws IOException {
        RunSelection earlier =
                RunSelection.ALL.in(upTo(run)).ofApplication(run.application()).ofCommand(run.command());
        ReadBudget budget = new ReadBudget(mostBytes);
        List<RawRun> found = stored.history().newest(new RunQuery(earlier, count), budget);
        keep(budget);
        return found.stream().map(RawRun::run).toList();
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
        ReadBudget budget = new ReadBudget(mostBytes);
        stored.readNewest(wanted, evidence, budget);
        keep(budget);
        return evidence;
    }

    private static TimeRange upTo(StoredRun newest) {
        return new TimeRange(null, newest.start().plusMillis(1));
    }
}
