package dev.perfagent.observe;

import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Knows when advice works for us: what it calls meanwhile is not the application's. */
final class AgentWorkObserver implements Observer {
    @Override
    public Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        thread.isOurs = true;
        return this;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (token == this) {
            thread.isOurs = false;
        }
    }
}
