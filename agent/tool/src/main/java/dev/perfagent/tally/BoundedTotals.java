package dev.perfagent.tally;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A total for each name, of which there are only so many: what names come after that shares one, so that no history fills the
 * memory.
 *
 * @param <K> the names
 * @param <V> the totals
 */
final class BoundedTotals<K, V> {
    /** The name that texts give to all others together. */
    static final String OTHERS = "(others)";

    private final int limit;
    private final K rest;
    private final Supplier<V> empty;
    private final Map<K, V> totals = new LinkedHashMap<>();

    /**
     * @param rest the name of all others together
     * @param empty a total of nothing
     */
    BoundedTotals(int limit, K rest, Supplier<V> empty) {
        this.limit = limit;
        this.rest = rest;
        this.empty = empty;
    }

    V get(K name) {
        V known = totals.get(name);
        if (known != null) {
            return known;
        }
        K counted = totals.size() < limit ? name : rest;
        return totals.computeIfAbsent(counted, ignored -> empty.get());
    }

    void addAll(BoundedTotals<K, V> other, BiConsumer<V, V> add) {
        other.totals.forEach((name, total) -> add.accept(get(name), total));
    }

    Map<K, V> totals() {
        return totals;
    }
}
