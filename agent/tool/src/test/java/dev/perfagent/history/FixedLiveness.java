package dev.perfagent.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A machine on which just these processes run. */
record FixedLiveness(Set<Long> alive, String host) implements Liveness {
    @Override
    public boolean isAlive(long pid, @Nullable Long startTicks, Instant startedBefore) {
        return alive.contains(pid);
    }
}
