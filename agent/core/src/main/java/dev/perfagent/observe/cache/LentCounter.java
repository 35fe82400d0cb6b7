package dev.perfagent.observe.cache;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A counter that a cache is lent. The library gets it by {@link #get}. It answers us only: the application sees a cache without
 * statistics, as it built it.
 */
final class LentCounter implements Supplier<Object> {
    private final Object counter;
    private boolean taken;
    private volatile @Nullable Thread reader;
    private @Nullable WeakReference<Object> cache;
    private @Nullable WeakReference<Object> telltale;

    /** What is asked of a counter. */
    interface Question {
        Object ask(Object counter) throws ReflectiveOperationException;
    }

    LentCounter(Object counter) {
        this.counter = counter;
    }

    @Override
    public Object get() {
        taken = true;
        return counter;
    }

    /** Whether the library took it. */
    boolean isTaken() {
        return taken;
    }

    /** Keeps the cache that was built, and the object that the application can ask whether it counts; null for none. */
    synchronized void usedBy(Object builtCache, @Nullable Object itsTelltale) {
        cache = new WeakReference<>(builtCache);
        telltale = itsTelltale == null ? null : new WeakReference<>(itsTelltale);
    }

    /** Whether its cache is gone, so that nobody can ask for its statistics any more. */
    synchronized boolean isOver() {
        return cache != null && cache.get() == null;
    }

    /** Whether the application, which asks that object or writes that cache on this thread, is to see nothing. */
    synchronized boolean hides(Object asked) {
        return asked == counter
                ? reader != Thread.currentThread()
                : telltale != null && telltale.get() == asked || cache != null && cache.get() == asked;
    }

    /** The counter's answer to us. */
    Object answer(Question question) throws ReflectiveOperationException {
        synchronized (this) {
            Thread before = reader;
            reader = Thread.currentThread();
            try {
                return question.ask(counter);
            } finally {
                reader = before;
            }
        }
    }
}
