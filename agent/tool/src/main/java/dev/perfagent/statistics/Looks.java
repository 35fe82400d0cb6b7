package dev.perfagent.statistics;

import java.util.Set;

/**
 * When results that are still coming in are looked at for a verdict, and how strict each look is, so that all looks together say
 * "different" of two equal sides no more often than is allowed. Decision 150 has the figures.
 */
public final class Looks {
    /** How often two equal sides may be called different, all looks of a session together. */
    public static final double ALPHA = 0.01;

    /** How often the interval of a session that stops by itself may miss the truth. */
    public static final double INTERVAL_ALPHA = 0.05;

    /** Pairs at which a difference as large as the variation has to be found. */
    public static final int PLANNED = 40;

    /** At most so many pairs. Comparing all of them with each other takes half a second. */
    public static final int MOST = 1000;

    /** Numbers of pairs, most of them 1.4 times the one before. With fewer than 12 no verdict is possible. */
    private static final Set<Integer> AT = Set.of(12, 20, 28, PLANNED, 56, 80, 112, 160, 224, 320, 448, 640, MOST);

    private static final double SHARE_AT_PLANNED = 0.57;
    private static final double SHARE_LATER = 0.03;

    /** An interval that holds at each look with 99 % holds at all looks together with 95 %. */
    private static final double EACH_INTERVAL = 0.2;

    private Looks() {}

    /** Whether the results are judged after so many pairs. */
    public static boolean isLook(int pairs) {
        return AT.contains(pairs);
    }

    /**
     * How often this look alone may call two equal sides different.
     *
     * @param alpha of all looks together
     */
    public static double level(int pairs, double alpha) {
        double part = (double) pairs / PLANNED;
        return alpha * (pairs <= PLANNED ? SHARE_AT_PLANNED * part * part : SHARE_LATER);
    }

    /** How often an interval of one look may miss the truth. */
    public static double intervalLevel(double alpha) {
        return alpha * EACH_INTERVAL;
    }
}
