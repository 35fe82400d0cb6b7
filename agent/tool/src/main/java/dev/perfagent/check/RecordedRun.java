package dev.perfagent.check;

import dev.perfagent.history.StoredCost;
import dev.perfagent.history.StoredEnvironment;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Environment;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored run as the judge knows it. What is not told breaks no limit. */
final class RecordedRun {
    private RecordedRun() {}

    static Run of(StoredRun stored) {
        Instant end = stored.end();
        Outcome outcome = stored.outcome();
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
                environment(stored.environment()),
                cost(stored.self()),
                List.of());
    }

    private static Environment environment(StoredEnvironment told) {
        Long cores = told.cores();
        return new Environment(
                told.host(),
                told.user(),
                text(told.os()),
                text(told.arch()),
                told.cpu(),
                cores == null ? 0 : cores.intValue(),
                told.memoryMb(),
                text(told.jdk()),
                told.jvmFlags(),
                told.ci(),
                told.traceparent(),
                text(told.fingerprint()));
    }

    private static AgentCost cost(StoredCost told) {
        Long calls = told.hookCalls();
        return new AgentCost(
                text(told.agentVersion()),
                text(told.plan()),
                number(told.premainMs()),
                number(told.weaveMs()),
                null,
                false,
                number(told.exitMs()),
                calls == null ? 0 : calls);
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told;
    }

    private static double number(@Nullable Double told) {
        return told == null ? 0 : told;
    }
}
