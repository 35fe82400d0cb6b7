package dev.perfagent.observe.cache;

import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Observes the building of caches, which count nothing unless asked: what is built without a counter is lent one. */
public final class CacheObserver implements Observer {
    private final Executions executions;
    private final LentCounters counters;

    public CacheObserver(Executions executions, LentCounters counters) {
        this.executions = executions;
        this.counters = counters;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        // Another thread may be building by the same builder, which then has what that thread was lent.
        return argument == null || (self != null && !(self instanceof LentCounter)) ? null : counters.lend(argument);
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(result instanceof Object[] facts) || facts.length < ReflectedCache.FIRST_LOADS || facts[0] == null) {
            return;
        }
        LentCounter lent = token instanceof LentCounter mine ? mine : null;
        if (lent != null) {
            lent.usedBy(facts[0], facts[ReflectedCache.TELLTALE]);
        }
        LentCounter counter = lent != null && lent.isTaken() ? lent : null;
        executions.current().caches().add(new ReflectedCache(facts, counter, BuildSite.current()));
    }
}
