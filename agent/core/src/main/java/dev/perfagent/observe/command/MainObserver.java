package dev.perfagent.observe.command;

import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Observes the main method. */
public final class MainObserver implements Observer {
    private final Executions executions;

    public MainObserver(Executions executions) {
        this.executions = executions;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        executions.mainEntered(argument instanceof String[] arguments ? arguments : null);
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        executions.mainLeft(thrown);
    }
}
