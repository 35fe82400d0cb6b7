package dev.perfagent.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the runs of a file ended. A process that was taken for killed and ended in order after all has two records in the same
 * file, and the orderly one holds. So killed runs are held back until the file is read, and of the others eight bytes are kept
 * each.
 */
final class FinalRecords {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final boolean raw;
    private final Map<Long, RawRun> killed = new HashMap<>();
    private long[] orderly = new long[64];
    private int count;

    /** @param raw whether the lines of killed runs are wanted */
    FinalRecords(boolean raw) {
        this.raw = raw;
    }

    void orderly(@Nullable String id) {
        if (id != null) {
            orderly(hash(id));
        }
    }

    /** @param id its hash */
    void orderly(long id) {
        if (count == orderly.length) {
            orderly = Arrays.copyOf(orderly, 2 * count);
        }
        orderly[count++] = id;
    }

    void killed(StoredRun run, LineReader line) {
        killed.put(hash(run.id()), raw ? RawRun.of(run, line) : new RawRun(run, ""));
    }

    void addAll(FinalRecords other) {
        killed.putAll(other.killed);
        if (count + other.count > orderly.length) {
            orderly = Arrays.copyOf(orderly, 2 * (count + other.count));
        }
        System.arraycopy(other.orderly, 0, orderly, count, other.count);
        count += other.count;
    }

    /** The runs that were killed and did not end in order after all. */
    Collection<RawRun> killed() {
        if (killed.isEmpty()) {
            return List.of();
        }
        for (int i = 0; i < count; i++) {
            killed.remove(orderly[i]);
        }
        return new ArrayList<>(killed.values());
    }

    /** Of an id in ASCII. */
    static long hash(byte[] id, int from, int to) {
        long hash = FNV_OFFSET;
        for (int i = from; i < to; i++) {
            hash = (hash ^ id[i]) * FNV_PRIME;
        }
        return hash;
    }

    private static long hash(String id) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
