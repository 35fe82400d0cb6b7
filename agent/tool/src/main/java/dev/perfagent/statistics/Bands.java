package dev.perfagent.statistics;

/**
 * From where on a difference counts.
 *
 * @param tolerance the change up to which all is well, as a part of the baseline's figure: 0.2 is 20 %
 * @param critical the change above which it is critical
 * @param floor the difference below which nothing counts, in the values' unit
 * @param alpha the p-value below which a difference is no chance
 * @param leastRuns how many values each side needs at least
 */
public record Bands(double tolerance, double critical, double floor, double alpha, int leastRuns) {
    /** The change up to which all is well when nobody says otherwise. */
    public static final double TOLERANCE = 0.2;

    /** The change above which it is critical; with a larger tolerance, that. */
    private static final double CRITICAL = 0.5;

    /** For durations in milliseconds. */
    public static final Bands MILLIS = new Bands(TOLERANCE, CRITICAL, 5, 0.01, 6);

    /** For amounts of another unit, where the floor would be wrong. */
    public static final Bands WITHOUT_FLOOR = MILLIS.withFloor(0);

    public Bands {
        if (!(tolerance > 0 && critical >= tolerance && floor >= 0 && alpha > 0 && alpha < 1 && leastRuns >= 2)) {
            throw new IllegalArgumentException("bands that make no sense");
        }
    }

    /** The same with that change allowed. */
    public Bands withTolerance(double allowed) {
        return new Bands(allowed, Math.max(CRITICAL, allowed), floor, alpha, leastRuns);
    }

    /** The same with that difference as the least that counts. */
    public Bands withFloor(double least) {
        return new Bands(tolerance, critical, least, alpha, leastRuns);
    }

    /** As strict as it takes when that many questions are asked together and only one of them has evidence. */
    Bands amongst(int questions) {
        return new Bands(tolerance, critical, floor, alpha / Math.max(1, questions), leastRuns);
    }
}
