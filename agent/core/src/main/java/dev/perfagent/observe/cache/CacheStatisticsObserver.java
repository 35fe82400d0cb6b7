package dev.perfagent.observe.cache;

import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Keeps from the application that a cache of its own, of which it wanted no statistics, counts for us. */
public final class CacheStatisticsObserver implements Observer {
    private final LentCounters counters;

    public CacheStatisticsObserver(LentCounters counters) {
        this.counters = counters;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        return self != null && counters.isHidden(self) ? this : null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {}
}
