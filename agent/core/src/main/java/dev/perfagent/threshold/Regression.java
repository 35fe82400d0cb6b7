package dev.perfagent.threshold;

import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.Verdict.Result;
import org.jspecify.annotations.Nullable;

/**
 * A run against those before it. Told against it only when a row of runs is over what chance explains; a single run that is over it is
 * inconclusive, unless a row of one was asked for, and never critical.
 *
 * <p>The row itself is no part of what it is compared with. The first runs of a new version are compared with the version before.
 */
final class Regression {
    /** A difference under this is no slowdown, whatever it is in percent: a timer tick, a page fault. */
    static final double FLOOR_MS = 5;

    /** Longer rows than that would leave too few runs to compare with. */
    private static final int LONGEST_ROW = 25;

    /** Two slow runs in a row are nothing rare on a machine with other work. */
    private static final int LEAST_CRITICAL_ROW = 3;

    private Regression() {}

    static Verdict judge(Run run, AlertPolicy policy, RecentRuns recent) {
        int row = row(policy);
        double[] own = recent.sameVersion();
        double totalMs = run.duration().totalMs();
        if (own.length - (row - 1) >= Spread.LEAST_RUNS) {
            return judge(run, own, row, Spread.of(own, row - 1), Rule.RECENT_RUNS, null);
        }
        if (recent.otherVersion().length >= Spread.LEAST_RUNS) {
            Spread before = Spread.of(recent.otherVersion(), 0);
            return judge(run, own, row, before, Rule.PREVIOUS_VERSION, recent.otherVersionName());
        }
        return new Verdict(
                Measure.TIME,
                run.command(),
                Rule.RECENT_RUNS,
                totalMs,
                null,
                null,
                Result.INCONCLUSIVE,
                own.length,
                0,
                Spread.LEAST_RUNS + row - 1 - own.length,
                null);
    }

    /**
     * A run against {@code baseline_ms}: a percentage over it, but no less than what the runs' own spread explains, in every run
     * of a row.
     */
    static Verdict baseline(Run run, double baseline, AlertPolicy policy, RecentRuns recent) {
        int row = row(policy);
        double[] own = recent.sameVersion();
        Spread spread = spread(policy, recent);
        double limit = baseline * Math.max(1 + Judge.ratio(policy.threshold()), spread.chance(row));
        double totalMs = run.duration().totalMs();
        int over = totalMs - baseline < FLOOR_MS ? 0 : over(totalMs, own, row, limit);
        Result result = over == 0
                ? Result.OK
                : over < row
                        ? Result.INCONCLUSIVE
                        : row >= LEAST_CRITICAL_ROW && over(totalMs, own, row, limit * Verdict.CRITICAL_RATIO) == row
                                ? Result.CRITICAL
                                : Result.WARNING;
        return new Verdict(
                Measure.TIME,
                run.command(),
                Rule.BASELINE,
                totalMs,
                limit,
                baseline,
                result,
                spread.runs(),
                over,
                result == Result.INCONCLUSIVE ? row - over : 0,
                null);
    }

    private static Verdict judge(Run run, double[] own, int row, Spread spread, Rule rule, @Nullable String version) {
        double totalMs = run.duration().totalMs();
        double median = spread.medianMs();
        double upper = Math.max(spread.upperMs(row), median + FLOOR_MS);
        double lower = Math.min(spread.lowerMs(row), median - FLOOR_MS);
        int over = over(totalMs, own, row, upper);
        Result result = Result.OK;
        if (over == row) {
            boolean critical = row >= LEAST_CRITICAL_ROW && over(totalMs, own, row, spread.criticalMs(row)) == row;
            result = critical ? Result.CRITICAL : Result.WARNING;
        } else if (over > 0) {
            result = Result.INCONCLUSIVE;
        } else if (isUnder(totalMs, own, row, lower)) {
            result = Result.IMPROVED;
        }
        return new Verdict(
                Measure.TIME,
                run.command(),
                rule,
                totalMs,
                upper,
                median,
                result,
                spread.runs(),
                over,
                result == Result.INCONCLUSIVE ? row - over : 0,
                version);
    }

    /** How much the runs before a row vary; assumed when they are too few. */
    static Spread spread(AlertPolicy policy, RecentRuns recent) {
        double[] own = recent.sameVersion();
        return Spread.ofEither(own, Math.min(row(policy) - 1, own.length), recent.otherVersion());
    }

    /** How many runs in a row are looked at. */
    static int row(AlertPolicy policy) {
        return Math.min(policy.consecutiveViolations(), LONGEST_ROW);
    }

    /** How many runs, from this one back, are over the limit; counted up to the row's length. */
    private static int over(double totalMs, double[] before, int row, double limit) {
        if (totalMs <= limit) {
            return 0;
        }
        int over = 1;
        while (over < row && over <= before.length && before[over - 1] > limit) {
            over++;
        }
        return over;
    }

    private static boolean isUnder(double totalMs, double[] before, int row, double limit) {
        boolean under = totalMs < limit && before.length >= row - 1;
        for (int i = 0; under && i < row - 1; i++) {
            under = before[i] < limit;
        }
        return under;
    }
}
