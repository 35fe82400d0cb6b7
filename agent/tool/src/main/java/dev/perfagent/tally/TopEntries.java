package dev.perfagent.tally;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Of all that is offered, the greatest few. */
final class TopEntries<T> {
    private final int limit;
    private final Comparator<? super T> order;
    private final PriorityQueue<T> kept;

    TopEntries(int limit, Comparator<? super T> leastFirst) {
        this.limit = limit;
        this.order = leastFirst;
        this.kept = new PriorityQueue<>(leastFirst);
    }

    void offer(T candidate) {
        if (kept.size() < limit) {
            kept.add(candidate);
            return;
        }
        T least = kept.peek();
        if (least != null && order.compare(candidate, least) > 0) {
            kept.poll();
            kept.add(candidate);
        }
    }

    void addAll(TopEntries<T> other) {
        other.kept.forEach(this::offer);
    }

    /** In no order. */
    Collection<T> all() {
        return List.copyOf(kept);
    }

    List<T> greatestFirst() {
        return kept.stream().sorted(Collections.reverseOrder(order)).toList();
    }
}
