package dev.perfagent.benchmark;

import java.util.Locale;

/** Why a benchmark ended. */
public enum SessionEnd {
    /** Each interval is as narrow as was asked for, or there is a verdict. */
    KNOWN("the results are known well enough"),
    /** The number of runs that was asked for. */
    ITERATIONS("all runs that were asked for were made"),
    /** The time was up. */
    MAX_TIME("the time was up (--max-time)"),
    /** More runs would hardly show more. */
    MOST_RUNS("the most runs that are made were made"),
    /** The user ended it. */
    INTERRUPTED("it was interrupted");

    private final String words;

    SessionEnd(String words) {
        this.words = words;
    }

    /** As users read it. */
    public String words() {
        return words;
    }

    /** As programs read it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
