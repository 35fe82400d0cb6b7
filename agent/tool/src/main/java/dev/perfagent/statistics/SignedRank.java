package dev.perfagent.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The null distribution of Wilcoxon's signed-rank statistic (1945): exact, because it is asked for at small numbers of pairs, and
 * by the normal approximation beyond {@value #MOST_EXACT} pairs.
 */
final class SignedRank {
    /** Up to here the exact distribution takes a millisecond or so. */
    static final int MOST_EXACT = 200;

    /** Worked out before: a benchmark asks for the same after each block, and a simulation in each session. */
    private static final Map<Asked, Integer> KNOWN = new ConcurrentHashMap<>();

    private SignedRank() {}

    /**
     * How many of the smallest (and as many of the greatest) means of two values may lie outside the interval that is missed no
     * more often than {@code level}. 0 when even the widest interval is missed more often.
     */
    static int outside(int n, double level) {
        return n <= MOST_EXACT
                ? KNOWN.computeIfAbsent(new Asked(n, level), asked -> exact(n, level / 2))
                : approximate(n, level / 2);
    }

    private static int exact(int n, double tail) {
        int most = n * (n + 1) / 2;
        double[] ways = new double[most + 1];
        ways[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = most; sum >= 0; sum--) {
                double without = ways[sum];
                double with = sum >= rank ? ways[sum - rank] : 0;
                ways[sum] = (without + with) / 2;
            }
        }
        double below = 0;
        int sum = 0;
        while (sum <= most && below + ways[sum] <= tail) {
            below += ways[sum];
            sum++;
        }
        return sum;
    }

    private static int approximate(int n, double tail) {
        double mean = n * (n + 1.0) / 4;
        double deviation = Math.sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24);
        return (int) Math.max(0, Math.floor(mean + Ratio.z(tail) * deviation - 0.5) + 1);
    }

    private record Asked(int n, double level) {}
}
