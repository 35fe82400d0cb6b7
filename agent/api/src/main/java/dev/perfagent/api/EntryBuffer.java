package dev.perfagent.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The newest entries, up to a number: when it is reached, the oldest tenth is dropped at once. Safe for concurrent use. */
final class EntryBuffer {
    private static final int PARTS = 10;

    private final int most;
    private final ArrayDeque<MetricsEntry> entries = new ArrayDeque<>();
    private long dropped;
    private boolean closed;

    EntryBuffer(int most) {
        this.most = most;
    }

    synchronized void add(MetricsEntry entry) {
        if (closed) {
            return;
        }
        if (entries.size() == most) {
            for (int i = Math.max(1, most / PARTS); i > 0; i--) {
                entries.remove();
                dropped++;
            }
        }
        entries.add(entry);
    }

    synchronized List<MetricsEntry> all() {
        return new ArrayList<>(entries);
    }

    synchronized long dropped() {
        return dropped;
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized void clear() {
        entries.clear();
        dropped = 0;
    }

    synchronized MetricsSnapshot snapshot(Map<String, Object> context) {
        return new MetricsSnapshot(new ArrayList<>(entries), dropped, context);
    }

    /** Takes out what was exported, as far as it has not been dropped meanwhile; what was dropped and exported is not lost. */
    synchronized void remove(MetricsSnapshot exported) {
        List<MetricsEntry> gone = exported.entries();
        long droppedSince = Math.max(0, dropped - exported.dropped());
        for (long i = droppedSince; i < gone.size() && entries.peek() == gone.get((int) i); i++) {
            entries.remove();
        }
        dropped = Math.max(0, droppedSince - gone.size());
    }

    synchronized void close() {
        closed = true;
        clear();
    }
}
