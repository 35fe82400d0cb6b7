package dev.perfagent.dist;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What a server answered, by the end of a path that names a client and a case. */
final class ServedCounts {
    private final Map<String, Map<Integer, Long>> statuses = new ConcurrentHashMap<>();
    private final Map<String, Long> announced = new ConcurrentHashMap<>();

    /**
     * An answer is about to be sent. It is counted before, because the client may be faster than what comes after.
     *
     * @param bytes of its body, as far as it announces them
     */
    void count(String path, int status, int bytes) {
        Map<Integer, Long> counts = statuses.computeIfAbsent(path, first -> new TreeMap<>());
        synchronized (counts) {
            counts.merge(status, 1L, Long::sum);
        }
        announced.merge(path, (long) bytes, Long::sum);
    }

    /** What was answered there, by status; empty for a path that nobody asked for, or that had no answer. */
    Map<Integer, Long> statuses(String path) {
        return statuses.getOrDefault(path, Map.of());
    }

    /** Bytes of the bodies that were announced there. */
    long announced(String path) {
        return announced.getOrDefault(path, 0L);
    }
}
