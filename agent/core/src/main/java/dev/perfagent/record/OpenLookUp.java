package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/** A look-up in a cache that a thread is in. Touched by that thread only. */
public final class OpenLookUp {
    /** Where the look-up counts; null when it is part of one around it, in the same cache. */
    public final @Nullable RuleCacheTotals totals;

    /** The look-up around it; null for none. */
    public final @Nullable OpenLookUp outer;

    private final Object cache;
    private boolean isLoaded;

    /** @param cache the cache itself; for a static method its name */
    public OpenLookUp(Object cache, @Nullable RuleCacheTotals totals, @Nullable OpenLookUp outer) {
        this.cache = cache;
        this.totals = totals;
        this.outer = outer;
    }

    /** Whether it, or one around it, is in that cache. */
    public boolean isIn(Object other) {
        OpenLookUp at = this;
        while (at != null) {
            if (at.cache == other) {
                return true;
            }
            at = at.outer;
        }
        return false;
    }

    /** Something is loaded: neither it nor those around it have found it. */
    public void loads() {
        OpenLookUp at = this;
        while (at != null) {
            at.isLoaded = true;
            at = at.outer;
        }
    }

    /** Whether something was loaded meanwhile. */
    public boolean isLoaded() {
        return isLoaded;
    }

    /** Where what is loaded now counts: the innermost look-up that counts itself; null for none. */
    public @Nullable RuleCacheTotals counting() {
        OpenLookUp at = this;
        while (at != null && at.totals == null) {
            at = at.outer;
        }
        return at == null ? null : at.totals;
    }
}
