package dev.perfagent.observe.rule;

import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Keeps values that the application gives by perf-agent's API. */
public final class GivenValueObserver implements Observer {
    private final Executions executions;

    public GivenValueObserver(Executions executions) {
        this.executions = executions;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        Object value = ContextObserver.plain(argument);
        if (self instanceof String name && value != null) {
            executions.current().capture(GivenName.of(name), value);
        }
        return null;
    }
}
