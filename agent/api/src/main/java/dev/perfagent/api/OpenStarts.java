package dev.perfagent.api;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was started by name and not stopped yet. Safe for concurrent use. */
final class OpenStarts {
    /** A program that forgets to stop must not fill the memory. */
    private static final int MOST = 10_000;

    private final Map<String, ArrayDeque<Start>> byName = new HashMap<>();
    private int size;

    /**
     * A start.
     *
     * @param thread the id of the thread
     * @param token of {@link AgentHooks#phaseBegins}
     */
    record Start(
            Operation operation,
            long thread,
            long millis,
            long nanos,
            @Nullable Object token) {}

    /** Adds it, unless there are too many. */
    synchronized boolean add(Start start) {
        if (size == MOST) {
            return false;
        }
        byName.computeIfAbsent(start.operation().name(), name -> new ArrayDeque<>())
                .push(start);
        size++;
        return true;
    }

    /** Takes out the last start of that name on that thread, else the last on any; null when there is none. */
    synchronized @Nullable Start remove(String name, long thread) {
        ArrayDeque<Start> starts = byName.get(name);
        if (starts == null) {
            return null;
        }
        Start found = starts.peek();
        Iterator<Start> newestFirst = starts.iterator();
        while (newestFirst.hasNext()) {
            Start start = newestFirst.next();
            if (start.thread() == thread) {
                found = start;
                break;
            }
        }
        if (found != null) {
            starts.remove(found);
            size--;
        }
        if (starts.isEmpty()) {
            byName.remove(name);
        }
        return found;
    }

    synchronized int size() {
        return size;
    }
}
