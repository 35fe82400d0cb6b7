package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/**
 * Observes the last step of a JVM whose main method returned and whose last thread has ended: all shutdown hooks are done, ours
 * too, and nothing of the application runs any more but daemon threads.
 */
final class ShutdownObserver implements Observer {
    private final Executions executions;

    ShutdownObserver(Executions executions) {
        this.executions = executions;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        Integer status = executions.insteadOfReturn();
        if (status != null) {
            thread.haltsForUs = true;
            Runtime.getRuntime().halt(status);
        }
    }
}
