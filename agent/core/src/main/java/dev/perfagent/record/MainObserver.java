package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/** Observes the main method. */
final class MainObserver implements Observer {
    private final Executions executions;

    MainObserver(Executions executions) {
        this.executions = executions;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        executions.mainEntered();
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        executions.mainLeft(thrown);
    }
}
