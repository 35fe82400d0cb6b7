package dev.perfagent.observe.command;

import dev.perfagent.hook.Site;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Observes the JVM's own shutdown: the only place where the exit code is known. */
public final class ExitObserver implements Observer {
    private final Executions executions;
    private final Site site;

    /** @param site one of those of {@code java.lang.Shutdown} */
    public ExitObserver(Executions executions, Site site) {
        this.executions = executions;
        this.site = site;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (!(argument instanceof Integer status)) {
            return null;
        }
        if (site == Site.HALT) {
            return executions.halting(status);
        }
        executions.exiting(status);
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (site == Site.SHUTDOWN) {
            executions.shutDown();
        }
    }
}
