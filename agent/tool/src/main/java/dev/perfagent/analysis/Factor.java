package dev.perfagent.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that slow runs have in common. It goes with their time; whether it is the cause is another question.
 *
 * @param kind what it is
 * @param name of the context value; else as {@link Kind#text()}
 * @param rho Spearman's rank correlation with the time, -1 to 1; null for names
 * @param explained part of the variance of ranks that the names explain, 0 to 1; null for numbers
 * @param pValue how likely that is by chance alone, corrected for all that was looked at
 * @param runs how many were looked at
 * @param levels the slowest first
 */
public record Factor(
        Kind kind,
        String name,
        @Nullable Double rho,
        @Nullable Double explained,
        double pValue,
        int runs,
        List<Level> levels) {
    public Factor {
        levels = List.copyOf(levels);
    }

    /** Of numbers rho squared, of names the explained part: how much of the order of times it accounts for, 0 to 1. */
    public double strength() {
        return rho != null ? rho * rho : explained != null ? explained : 0;
    }

    /**
     * Runs with that value.
     *
     * @param value the name, or a range of numbers
     * @param medianMs of their times
     * @param ratio of that to the median of all others; null when that is 0
     */
    public record Level(
            String value,
            int runs,
            double medianMs,
            @Nullable Double ratio) {}

    /** What can be one. */
    public enum Kind {
        /** A captured value or a label. */
        CONTEXT("context"),
        /** Hits by look-ups of the run. */
        CACHE_HIT_RATE("cache hit rate"),
        /** To the GitHub API. */
        REQUESTS("requests"),
        /** Of the application. */
        VERSION("version"),
        /** The kind of machine. */
        FINGERPRINT("fingerprint"),
        /** Of the week, where the reader is. */
        WEEKDAY("weekday"),
        /** Of the day, where the reader is. */
        HOUR("hour of day");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name in the analysis' JSON. */
        public String text() {
            return text;
        }
    }
}
