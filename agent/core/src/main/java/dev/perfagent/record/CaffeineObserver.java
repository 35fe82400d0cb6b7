package dev.perfagent.record;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Observes the building of Caffeine caches. Caffeine counts nothing unless asked, so a builder that was not asked gets a
 * supplier of the library's own counter; one whose owner chose a counter keeps it.
 */
final class CaffeineObserver implements Observer {
    private static final String COUNTER = ".stats.ConcurrentStatsCounter";

    private final Executions executions;
    private final Recorder recorder;

    CaffeineObserver(Executions executions, Recorder recorder) {
        this.executions = executions;
        this.recorder = recorder;
    }

    /** Makes a counter for each cache of a builder, and remembers it for the end of the build. */
    private final class CounterSupplier implements Supplier<Object> {
        private final Class<?> counter;

        CounterSupplier(Class<?> counter) {
            this.counter = counter;
        }

        @Override
        public Object get() {
            try {
                Object made = counter.getConstructor().newInstance();
                recorder.thread().newCounter = made;
                return made;
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(counter.getName() + " cannot be made", impossible);
            }
        }
    }

    /**
     * A cache is about to be built.
     *
     * @param self the builder
     * @param argument its supplier of counters; null when it has none
     * @return the supplier to set; null to leave the builder alone
     */
    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        thread.newCounter = null;
        if (self == null || argument != null) {
            return null;
        }
        Class<?> builder = self.getClass();
        try {
            CounterSupplier supplier =
                    new CounterSupplier(Class.forName(packageOf(builder) + COUNTER, true, builder.getClassLoader()));
            supplier.get(); // proves that it works before the application's builder depends on it
            return supplier;
        } catch (ClassNotFoundException | IllegalStateException otherVersion) {
            return null;
        } finally {
            thread.newCounter = null;
        }
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        Object counter = thread.newCounter;
        thread.newCounter = null;
        if (result == null) {
            return;
        }
        executions.current().caches().add(new CaffeineCache(result, counter, BuildSite.current()));
    }

    private static String packageOf(Class<?> type) {
        return type.getName().substring(0, Math.max(0, type.getName().lastIndexOf('.')));
    }
}
