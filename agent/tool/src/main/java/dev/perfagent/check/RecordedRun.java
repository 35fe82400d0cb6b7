package dev.perfagent.check;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Environment;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.time.Instant;
import java.util.List;

/** A stored run with what the judge asks for: not where it ran, nor what the agent cost. What is not recorded breaks no limit. */
final class RecordedRun {
    private static final Environment NOWHERE =
            new Environment(null, null, "", "", null, 0, null, "", null, null, null, null, null, "");

    private RecordedRun() {}

    static Run of(StoredRun stored) {
        Instant end = stored.end();
        Outcome outcome = stored.outcome();
        String plan = stored.plan();
        return new Run(
                stored.id(),
                stored.start().toEpochMilli(),
                (end == null ? stored.start() : end).toEpochMilli(),
                stored.application(),
                stored.applicationVersion(),
                stored.command(),
                stored.options(),
                outcome == null ? Outcome.ERROR : outcome,
                stored.exitCode(),
                stored.error(),
                stored.duration(),
                stored.resourceUsage(),
                stored.gitHubApi(),
                stored.http(),
                stored.caches(),
                stored.processes(),
                stored.context(),
                NOWHERE,
                new AgentCost("", plan == null ? "" : plan, 0, 0, null, false, 0, 0),
                List.of());
    }
}
