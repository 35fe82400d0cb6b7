package dev.perfagent.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes runs from the newest day on until it has enough. */
public interface NewestFirst {
    /** Gathers a run; those of a day come in any order. */
    void take(RawRun run);

    /** From when on runs still matter, because there are enough that began later; null as long as all do. */
    @Nullable
    Instant since();
}
