package dev.perfagent.analysis;

import java.util.Locale;

/** What an analysis may be narrowed to. */
public enum Focus {
    /** The slowest runs, what slow runs have in common, and since when. */
    SLOWEST,
    /** Heap, garbage collection, allocation by phase. */
    MEMORY,
    /** Requests by endpoint. */
    API,
    /** Time by phase. */
    PHASES,
    /** Time before the command. */
    STARTUP,
    /** Failures. */
    ERRORS,
    /** How noisy the machines are, and whose doing it is that times differ. */
    NOISE;

    /** As it is given. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
