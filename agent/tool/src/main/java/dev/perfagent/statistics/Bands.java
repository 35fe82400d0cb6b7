package dev.perfagent.statistics;

/**
 * From where on a difference counts.
 *
 * @param warning the change up to which all is well, as a part of the baseline's median: 0.2 is 20 %
 * @param critical the change above which it is critical
 * @param floor the difference of medians below which nothing counts, in the values' unit
 * @param alpha the p-value below which a difference is no chance
 * @param leastRuns how many values each side needs at least
 */
public record Bands(double warning, double critical, double floor, double alpha, int leastRuns) {
    /** For durations in milliseconds. */
    public static final Bands MILLIS = new Bands(0.2, 0.5, 5, 0.01, 6);

    /** For amounts of another unit, where the floor would be wrong. */
    public static final Bands WITHOUT_FLOOR = new Bands(0.2, 0.5, 0, 0.01, 6);

    public Bands {
        if (!(warning > 0 && critical >= warning && floor >= 0 && alpha > 0 && alpha < 1 && leastRuns >= 2)) {
            throw new IllegalArgumentException("bands that make no sense");
        }
    }

    /** As strict as it takes when that many things are looked at together: each is to fool us only so often (Bonferroni). */
    public Bands amongst(int comparisons) {
        return new Bands(warning, critical, floor, alpha / Math.max(1, comparisons), leastRuns);
    }
}
