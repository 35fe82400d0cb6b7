package dev.perfagent.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The newest runs of those offered, in memory that does not grow with the history. One execution counts once: a process
 * that was taken for killed and ended in order after all has two records, and the orderly one holds.
 */
final class NewestRuns {
    private static final Comparator<Key> OLDEST_FIRST =
            Comparator.comparing(Key::start).thenComparing(Key::id);

    private final int limit;
    private final TreeMap<Key, RawRun> runs = new TreeMap<>(OLDEST_FIRST);

    NewestRuns(int limit) {
        this.limit = limit;
    }

    void offer(RawRun run) {
        runs.merge(
                new Key(run.start(), run.id()),
                run,
                (first, second) -> second.run().killed() ? first : second);
        if (runs.size() > limit) {
            runs.pollFirstEntry();
        }
    }

    boolean isFull() {
        return runs.size() == limit;
    }

    /** Those of that time that would still be kept: once there are as many as wanted, none older than these. */
    TimeRange wanted(TimeRange time) {
        if (!isFull()) {
            return time;
        }
        Instant oldest = runs.firstKey().start();
        return time.from() != null && time.from().isAfter(oldest) ? time : new TimeRange(oldest, time.to());
    }

    List<RawRun> newestFirst() {
        return new ArrayList<>(runs.descendingMap().values());
    }

    private record Key(Instant start, String id) {}
}
