package dev.perfagent.benchmark;

import java.util.Locale;

/** How a command compares with the one that it is compared with. */
public enum PairVerdict {
    FASTER,
    SLOWER,
    /** They may be equally fast. */
    NO_DIFFERENCE_SHOWN;

    /** Whether a difference is shown. */
    public boolean isShown() {
        return this != NO_DIFFERENCE_SHOWN;
    }

    /** As programs read it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
