package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/** Observes the JVM's own shutdown: the only place where the exit code is known. */
final class ExitObserver implements Observer {
    private final Executions executions;
    private final boolean halts;

    /**
     * For one of the two methods of {@code java.lang.Shutdown}.
     *
     * @param halts whether it is halt, after which no shutdown hook runs
     */
    ExitObserver(Executions executions, boolean halts) {
        this.executions = executions;
        this.halts = halts;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (!(argument instanceof Integer status) || thread.haltsForUs) {
            return null;
        }
        if (halts) {
            return executions.halting(status);
        }
        executions.exiting(status);
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        // Neither method returns.
    }
}
