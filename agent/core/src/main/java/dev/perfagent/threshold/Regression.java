package dev.perfagent.threshold;

import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.Verdict.Result;
import org.jspecify.annotations.Nullable;

/**
 * A run against those before it. Told against it only when each of a row of runs is over what chance explains, this one and most of them by
 * more than the band, none by less than half of it; a single run that is over it is inconclusive, unless a row of one was asked for, and never
 * critical.
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

    /** @param tolerance how much slower is no slowdown, as a part */
    static Verdict judge(Run run, double tolerance, AlertPolicy policy, RecentRuns recent) {
        int row = row(policy);
        double[] own = recent.sameVersion();
        double totalMs = run.duration().totalMs();
        if (own.length - (row - 1) >= Spread.LEAST_RUNS) {
            return judge(run, tolerance, own, row, Spread.of(own, row - 1), VerdictRule.RECENT_RUNS, null);
        }
        if (recent.otherVersion().length >= Spread.LEAST_RUNS) {
            Spread before = Spread.of(recent.otherVersion(), 0);
            return judge(run, tolerance, own, row, before, VerdictRule.PREVIOUS_VERSION, recent.otherVersionName());
        }
        return new Verdict(
                Measure.TIME,
                run.command(),
                VerdictRule.RECENT_RUNS,
                totalMs,
                null,
                null,
                Result.INCONCLUSIVE,
                own.length,
                0,
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
                VerdictRule.BASELINE,
                totalMs,
                limit,
                baseline,
                result,
                spread.runs(),
                over,
                0,
                result == Result.INCONCLUSIVE ? row - over : 0,
                null);
    }

    private static Verdict judge(
            Run run,
            double tolerance,
            double[] own,
            int row,
            Spread spread,
            VerdictRule rule,
            @Nullable String version) {
        double totalMs = run.duration().totalMs();
        double median = spread.medianMs();
        double upper = Math.max(spread.upperMs(row, tolerance), median + FLOOR_MS);
        double nearly = Math.max(spread.nearlyUpperMs(row, tolerance), median + FLOOR_MS);
        double[] last = last(totalMs, own, row);
        int missing = missing(last, row, upper, nearly);
        int over = over(totalMs, own, row, upper);
        int nearlyOver = 0;
        Result result = Result.OK;
        if (missing == 0) {
            boolean critical =
                    row >= LEAST_CRITICAL_ROW && over(totalMs, own, row, spread.criticalMs(row, tolerance)) == row;
            result = critical ? Result.CRITICAL : Result.WARNING;
            over = count(last, upper);
            nearlyOver = row - over;
        } else if (missing < row) {
            result = Result.INCONCLUSIVE;
        } else if (isImproved(last, row, spread, tolerance)) {
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
                nearlyOver,
                result == Result.INCONCLUSIVE ? missing : 0,
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

    /** The last runs of a row as far as there are any, this one included; newest first. */
    private static double[] last(double totalMs, double[] before, int row) {
        double[] last = new double[Math.min(row, before.length + 1)];
        last[0] = totalMs;
        System.arraycopy(before, 0, last, 1, last.length - 1);
        return last;
    }

    /**
     * How many more runs over the limit it takes for a row: 0 when these are one, as many as a row has when the newest is not over it.
     *
     * @param last newest first
     */
    private static int missing(double[] last, int row, double limit, double nearly) {
        int missing = row;
        int over = 0;
        for (int i = 0; i < last.length && last[0] > limit && last[i] > nearly; i++) {
            over += last[i] > limit ? 1 : 0;
            int more = row - 1 - i;
            if (2 * (over + more) > row) {
                missing = more;
            }
        }
        return missing;
    }

    private static int count(double[] last, double limit) {
        int over = 0;
        for (double ms : last) {
            over += ms > limit ? 1 : 0;
        }
        return over;
    }

    /** The same downwards. */
    private static boolean isImproved(double[] last, int row, Spread spread, double tolerance) {
        double lower = Math.min(spread.lowerMs(row, tolerance), spread.medianMs() - FLOOR_MS);
        double nearly = Math.min(spread.nearlyLowerMs(row, tolerance), spread.medianMs() - FLOOR_MS);
        double[] saved = new double[last.length];
        for (int i = 0; i < last.length; i++) {
            saved[i] = -last[i];
        }
        return missing(saved, row, -lower, -nearly) == 0;
    }
}
