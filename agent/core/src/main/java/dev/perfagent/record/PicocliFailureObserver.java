package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/** Sees the exception of the user's code that picocli turns into an exit code. */
final class PicocliFailureObserver implements Observer {
    private final Executions executions;

    PicocliFailureObserver(Executions executions) {
        this.executions = executions;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (result instanceof Throwable cause) {
            executions.commandFailed(cause);
        } else if (thrown != null) {
            executions.commandFailed(thrown);
        }
    }
}
