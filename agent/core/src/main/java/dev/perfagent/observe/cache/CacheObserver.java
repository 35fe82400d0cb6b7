package dev.perfagent.observe.cache;

import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Observes the building of caches, which count nothing unless asked: what is built without a counter is lent one. */
public final class CacheObserver implements Observer {
    private final Executions executions;

    public CacheObserver(Executions executions) {
        this.executions = executions;
    }

    /** Hands the counter out to the library, and knows whether it was taken. */
    private static final class LentCounter implements Supplier<Object> {
        private final Object counter;
        private boolean taken;

        LentCounter(Object counter) {
            this.counter = counter;
        }

        @Override
        public Object get() {
            taken = true;
            return counter;
        }
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        return argument == null ? null : new LentCounter(argument);
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(result instanceof Object[] facts) || facts.length < ReflectedCache.FIRST_LOADS || facts[0] == null) {
            return;
        }
        Object counter = token instanceof LentCounter lent && lent.taken ? lent.counter : null;
        executions.current().caches().add(new ReflectedCache(facts, counter, BuildSite.current()));
    }
}
