package dev.perfagent.observe.cache;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counters that caches in use were lent. Safe for concurrent use. */
public final class LentCounters {
    /** A run records 100 caches. The same again for those that are left from earlier commands of the process. */
    private static final int MOST = 200;

    private final List<LentCounter> lent = new ArrayList<>();

    /** Lends it; null when too many are out. */
    synchronized @Nullable LentCounter lend(Object counter) {
        if (lent.size() >= MOST) {
            removeUnused();
        }
        if (lent.size() >= MOST) {
            return null;
        }
        LentCounter one = new LentCounter(counter);
        lent.add(one);
        return one;
    }

    private void removeUnused() {
        Iterator<LentCounter> all = lent.iterator();
        while (all.hasNext()) {
            if (all.next().isOver()) {
                all.remove();
            }
        }
    }

    /** See {@link LentCounter#hides}. */
    synchronized boolean isHidden(Object asked) {
        for (LentCounter one : lent) {
            if (one.hides(asked)) {
                return true;
            }
        }
        return false;
    }
}
