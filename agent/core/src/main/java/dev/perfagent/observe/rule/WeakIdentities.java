package dev.perfagent.observe.rule;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something for each of some objects of the application, which are compared by identity and not kept alive. */
final class WeakIdentities<T> {
    /** More are not kept in mind. */
    private static final int MOST = 10_000;

    private final Map<Object, T> all = new HashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** An object, held weakly. */
    private static final class Held extends WeakReference<Object> {
        private final int hash;

        private Held(Object object, ReferenceQueue<Object> collected) {
            super(object, collected);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this;
        }
    }

    /** An object that is looked for. */
    private static final class Sought {
        private final Object object;

        private Sought(Object object) {
            this.object = object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Held held && held.refersTo(object);
        }
    }

    /** What is kept for it; null when nothing is. */
    synchronized @Nullable T get(Object object) {
        return all.isEmpty() ? null : all.get(new Sought(object));
    }

    /** No longer keeps anything for it, and returns what was kept. */
    synchronized @Nullable T remove(Object object) {
        return all.isEmpty() ? null : all.remove(new Sought(object));
    }

    /** Keeps that for it, in place of what was kept. */
    synchronized void put(Object object, T value) {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            all.remove(gone);
        }
        remove(object);
        if (all.size() < MOST) {
            all.put(new Held(object, collected), value);
        }
    }
}
