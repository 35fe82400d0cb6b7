package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/** Observes a command's entry point: one named by rule, or a framework's. */
final class CommandObserver implements Observer {
    private final Executions executions;
    private final @Nullable String ruled;

    /**
     * For an entry point.
     *
     * @param ruled the name a rule gives it; null for a framework's, whose program name is handed to it as self
     */
    CommandObserver(Executions executions, @Nullable String ruled) {
        this.executions = executions;
        this.ruled = ruled;
    }

    @Override
    public Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        executions.commandEntered(ruled == null && self instanceof String string ? string : null, ruled);
        return this;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (token == this) {
            executions.commandLeft(result instanceof Integer i ? i : null, thrown);
        }
    }
}
