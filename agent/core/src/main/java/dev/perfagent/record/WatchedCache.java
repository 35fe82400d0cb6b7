package dev.perfagent.record;

import dev.perfagent.run.Cache;
import org.jspecify.annotations.Nullable;

/** A cache whose figures can be read at any time. */
public interface WatchedCache {
    /** As it is now, under that name; null when it cannot be read. */
    @Nullable
    Cache read(String uniqueName);

    /** Where it was built, or what a rule calls it. */
    String name();
}
