package dev.perfagent.observe.command;

import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Observes the constructor of the main class, which runs before an instance main: if it throws, main never runs. */
public final class MainObjectObserver implements Observer {
    private final Executions executions;

    public MainObjectObserver(Executions executions) {
        this.executions = executions;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        executions.mainObjectMade(false);
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        executions.mainObjectMade(true);
    }
}
