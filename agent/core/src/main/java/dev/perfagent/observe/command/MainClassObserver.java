package dev.perfagent.observe.command;

import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.StartFacts;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Observes the static initialisers of the main class, which run before main; those of superclasses come first, one by one. */
public final class MainClassObserver implements Observer {
    private final Executions executions;
    private final Clock clock;
    private final StartFacts start;

    public MainClassObserver(Executions executions, Clock clock, StartFacts start) {
        this.executions = executions;
        this.clock = clock;
        this.start = start;
    }

    @Override
    public Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        return clock.nanos();
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (token instanceof Long from) {
            start.mainClassInitialised(clock.nanos() - from);
        }
        if (thrown != null) {
            executions.mainClassFailed(thrown);
        }
    }
}
