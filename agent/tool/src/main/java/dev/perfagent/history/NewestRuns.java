package dev.perfagent.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest runs of those offered, in memory that does not grow with the history. One execution counts once: a process
 * that was taken for killed and ended in order after all has two records, and the orderly one holds.
 */
final class NewestRuns implements NewestFirst {
    private static final Comparator<Key> OLDEST_FIRST =
            Comparator.comparing(Key::start).thenComparing(Key::id);

    private final int limit;
    private final TreeMap<Key, RawRun> runs = new TreeMap<>(OLDEST_FIRST);

    NewestRuns(int limit) {
        this.limit = limit;
    }

    @Override
    public void take(RawRun run) {
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

    @Override
    public @Nullable Instant since() {
        return isFull() ? runs.firstKey().start() : null;
    }

    List<RawRun> newestFirst() {
        return new ArrayList<>(runs.descendingMap().values());
    }

    private record Key(Instant start, String id) {}
}
