package dev.perfagent.threshold;

import dev.perfagent.run.AgentCost;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run against those before it. Reported against it only when each of a row of runs is over what chance explains, this one and
 * most of them by more than the band, none by less than half of it; a single run that is over it is inconclusive, unless a row
 * of one was asked for, and never critical.
 *
 * <p>The row itself is no part of what it is compared with. The first runs of a new version are compared with the version before.
 *
 * <p>The time in which a run waited for a CPU is the machine's and left out; CPU time is judged as well, because it is hardly
 * touched by what else the machine does.
 */
public final class Regression {
    /** Longer rows than that would leave too few runs to compare with. */
    private static final int LONGEST_ROW = 25;

    /** Two slow runs in a row are nothing rare on a machine with other work. */
    private static final int LEAST_CRITICAL_ROW = 3;

    /** So many runs together show a change that is too small to be seen in each. */
    private static final int LEVEL_RUNS = 9;

    /** Of these, the slowest are left out, because a slow machine makes two or three runs in a row very slow. */
    private static final int LEVEL_LEFT_OUT = 2;

    private Regression() {}

    /**
     * Whether a run without any configuration may be slower than those before it. In nearly every run it is not, and then
     * nothing else of this package is loaded.
     */
    public static boolean isPossible(Run run, RecentRuns recent) {
        if (!isComparable(run)) {
            return false;
        }
        ComparedTime cpu = ComparedTime.cpu(run, recent);
        ComparedTime mean = ComparedTime.cpuForMean(run, recent, LEVEL_RUNS);
        return isOver(ComparedTime.active(run, recent))
                || (cpu != null && isOver(cpu))
                || (mean != null && isLevelOver(mean));
    }

    /** The verdicts on a run without any configuration. */
    public static List<Verdict> judge(Run run, RecentRuns recent) {
        List<Verdict> verdicts = new ArrayList<>(2);
        if (isComparable(run)) {
            AlertPolicy policy = AlertPolicies.standard(AlertType.PERFORMANCE_DEGRADATION);
            judge(run, Spread.TOLERANCE, policy, recent, verdicts);
        }
        return verdicts;
    }

    /** Whether it took its time for its own sake: not for a failure, and not for the agent's first run. */
    private static boolean isComparable(Run run) {
        return run.outcome() == Outcome.SUCCESS && run.self().plan().equals(AgentCost.WARM);
    }

    /** Whether the newest run is over the limit, without which there is no row. */
    private static boolean isOver(ComparedTime time) {
        int row = AlertPolicy.STANDARD_SLOW_ROW;
        double[] own = time.sameVersion();
        boolean sameVersion = own.length - (row - 1) >= time.fewestRuns();
        if (!sameVersion && time.otherVersion().length < time.fewestRuns()) {
            return false;
        }
        Spread spread = sameVersion ? Spread.of(own, row - 1) : Spread.of(time.otherVersion(), 0);
        return time.ms() > upper(spread, time, row, Spread.TOLERANCE);
    }

    private static boolean isLevelOver(ComparedTime time) {
        Spread spread = levelSpread(time);
        return spread != null && isLevelOver(time, spread, Spread.TOLERANCE);
    }

    /**
     * The verdicts on the time without waiting for a CPU and on CPU time.
     *
     * @param tolerance how much slower is no slowdown, as a part
     */
    static void judge(Run run, double tolerance, AlertPolicy policy, RecentRuns recent, List<Verdict> verdicts) {
        int row = row(policy);
        boolean overloaded = ComparedTime.waitShare(run) >= RecentTimes.OVERLOADED;
        Verdict time = judge(run, ComparedTime.active(run, recent), tolerance, row, recent);
        if (overloaded && time.isBroken()) {
            time = time.as(Result.OK, 0, 0);
        }
        ComparedTime used = ComparedTime.cpu(run, recent);
        Verdict cpu = used == null ? null : judge(run, used, tolerance, row, recent);
        ComparedTime mean = ComparedTime.cpuForMean(run, recent, LEVEL_RUNS);
        if (mean != null && cpu != null && !cpu.isBroken() && row >= LEAST_CRITICAL_ROW) {
            Verdict level = level(run, mean, meanTolerance(run, tolerance), recent);
            cpu = level == null ? cpu : level;
        }
        if (cpu == null || cpu.limit() == null) {
            verdicts.add(withParts(time, run, null));
        } else if (time.isBroken()) {
            verdicts.add(withParts(time, run, cpu)); // one alert says both
        } else {
            verdicts.add(withParts(time, run, null));
            verdicts.add(cpu.isBroken() ? cpu.with(TimeParts.ofCpu(run, cpu.parts())) : cpu);
        }
    }

    /**
     * Says what made up the time when that is against the run: in nearly every run it is not, and the class is not even loaded.
     */
    static Verdict withParts(Verdict time, Run run, @Nullable Verdict cpu) {
        return time.isBroken() ? time.with(TimeParts.ofTime(run, cpu)) : time;
    }

    /** On a busy machine the mean moves by a tenth without the tool, so that no less than the standard is looked for. */
    private static double meanTolerance(Run run, double tolerance) {
        return ComparedTime.waitShare(run) >= RecentTimes.BUSY ? Math.max(tolerance, Spread.TOLERANCE) : tolerance;
    }

    /** The last runs together, where each alone says too little; null when they say nothing against the run. */
    private static @Nullable Verdict level(Run run, ComparedTime time, double tolerance, RecentRuns recent) {
        Spread spread = levelSpread(time);
        if (spread == null || !isLevelOver(time, spread, tolerance)) {
            return null;
        }
        boolean sameVersion = hasLevelOfSameVersion(time);
        return new Verdict(
                time.measure(),
                run.command(),
                sameVersion ? VerdictRule.RECENT_RUNS : VerdictRule.PREVIOUS_VERSION,
                levelMs(time) * time.slowdown(),
                levelLimit(time, spread, tolerance) * time.slowdown(),
                spread.medianMs() * time.slowdown(),
                Result.WARNING,
                spread.runs(),
                1,
                0,
                0,
                sameVersion ? null : recent.otherVersionName(),
                "; that is the mean of the last " + LEVEL_RUNS + " runs without the " + LEVEL_LEFT_OUT + " slowest");
    }

    private static boolean hasLevelOfSameVersion(ComparedTime time) {
        return time.sameVersion().length - (LEVEL_RUNS - 1) >= time.fewestRuns();
    }

    /** Of the runs that the last ones together are compared with; null when these or those are too few. */
    private static @Nullable Spread levelSpread(ComparedTime time) {
        if (time.sameVersion().length < LEVEL_RUNS - 1) {
            return null;
        }
        if (hasLevelOfSameVersion(time)) {
            return Spread.of(time.sameVersion(), LEVEL_RUNS - 1);
        }
        return time.otherVersion().length < time.fewestRuns() ? null : Spread.of(time.otherVersion(), 0);
    }

    private static boolean isLevelOver(ComparedTime time, Spread spread, double tolerance) {
        return levelMs(time) > levelLimit(time, spread, tolerance)
                && count(last(time, LEVEL_RUNS), spread.meanMs()) >= LEVEL_RUNS - 1;
    }

    /** The geometric mean of the last runs without the slowest. */
    private static double levelMs(ComparedTime time) {
        double[] fastestFirst = Spread.sorted(last(time, LEVEL_RUNS));
        int counted = LEVEL_RUNS - LEVEL_LEFT_OUT;
        double sum = 0;
        for (int i = 0; i < counted; i++) {
            sum += Spread.log(fastestFirst[i]);
        }
        return Math.exp(sum / counted);
    }

    private static double levelLimit(ComparedTime time, Spread spread, double tolerance) {
        return Math.max(spread.levelMs(LEVEL_RUNS, tolerance), spread.medianMs() + time.floorMs());
    }

    private static double upper(Spread spread, ComparedTime time, int row, double tolerance) {
        return Math.max(spread.upperMs(row, tolerance), spread.medianMs() + time.floorMs());
    }

    private static Verdict judge(Run run, ComparedTime time, double tolerance, int row, RecentRuns recent) {
        double[] own = time.sameVersion();
        if (own.length - (row - 1) >= time.fewestRuns()) {
            return judge(run, time, tolerance, row, Spread.of(own, row - 1), VerdictRule.RECENT_RUNS, null);
        }
        double[] other = time.otherVersion();
        if (other.length >= time.fewestRuns()) {
            Spread before = Spread.of(other, 0);
            return judge(run, time, tolerance, row, before, VerdictRule.PREVIOUS_VERSION, recent.otherVersionName());
        }
        return new Verdict(
                time.measure(),
                run.command(),
                VerdictRule.RECENT_RUNS,
                time.measuredMs(),
                null,
                null,
                Result.INCONCLUSIVE,
                own.length,
                0,
                0,
                time.fewestRuns() + row - 1 - own.length,
                null);
    }

    /**
     * A run against {@code baseline_ms}: a percentage over it, but no less than what the runs' own spread explains, in every run
     * of a row.
     */
    static Verdict baseline(Run run, double baseline, AlertPolicy policy, RecentRuns recent) {
        int row = row(policy);
        ComparedTime time = ComparedTime.activeAlone(run, recent);
        Spread spread = time.spread(row);
        double limit = baseline * Math.max(1 + policy.ratio(), spread.chance(row));
        int over = time.ms() - baseline < time.floorMs() ? 0 : over(time, row, limit);
        Result result = over == 0
                ? Result.OK
                : over < row
                        ? Result.INCONCLUSIVE
                        : row >= LEAST_CRITICAL_ROW && over(time, row, limit * Verdict.CRITICAL_RATIO) == row
                                ? Result.CRITICAL
                                : Result.WARNING;
        return new Verdict(
                Measure.TIME,
                run.command(),
                VerdictRule.BASELINE,
                time.measuredMs(),
                limit * time.slowdown(),
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
            ComparedTime time,
            double tolerance,
            int row,
            Spread spread,
            VerdictRule rule,
            @Nullable String version) {
        double median = spread.medianMs();
        double upper = upper(spread, time, row, tolerance);
        double nearly = Math.max(spread.nearlyUpperMs(row, tolerance), median + time.floorMs());
        double[] last = last(time, row);
        int missing = missing(last, row, upper, nearly);
        int over = over(time, row, upper);
        int nearlyOver = 0;
        Result result = Result.OK;
        if (missing == 0) {
            boolean critical = row >= LEAST_CRITICAL_ROW && over(time, row, spread.criticalMs(row, tolerance)) == row;
            result = critical ? Result.CRITICAL : Result.WARNING;
            over = count(last, upper);
            nearlyOver = row - over;
        } else if (missing < row) {
            result = Result.INCONCLUSIVE;
        } else if (isImproved(last, row, spread, tolerance, time.floorMs())) {
            result = Result.IMPROVED;
        }
        return new Verdict(
                time.measure(),
                run.command(),
                rule,
                time.measuredMs(),
                upper * time.slowdown(),
                median * time.slowdown(),
                result,
                spread.runs(),
                over,
                nearlyOver,
                result == Result.INCONCLUSIVE ? missing : 0,
                version);
    }

    /** How many runs in a row are looked at. */
    static int row(AlertPolicy policy) {
        return Math.min(policy.consecutiveViolations(), LONGEST_ROW);
    }

    /** How many runs, from this one back, are over the limit; counted up to the row's length. */
    private static int over(ComparedTime time, int row, double limit) {
        if (time.ms() <= limit) {
            return 0;
        }
        double[] before = time.sameVersion();
        int over = 1;
        while (over < row && over <= before.length && before[over - 1] > limit) {
            over++;
        }
        return over;
    }

    /** The last runs of a row as far as there are any, this one included; newest first. */
    private static double[] last(ComparedTime time, int row) {
        double[] before = time.sameVersion();
        double[] last = new double[Math.min(row, before.length + 1)];
        last[0] = time.ms();
        System.arraycopy(before, 0, last, 1, last.length - 1);
        return last;
    }

    /**
     * How many more runs over the limit it takes for a row: 0 when these are one, as many as a row has when the newest is not
     * over it.
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
    private static boolean isImproved(double[] last, int row, Spread spread, double tolerance, double floorMs) {
        double lower = Math.min(spread.lowerMs(row, tolerance), spread.medianMs() - floorMs);
        double nearly = Math.min(spread.nearlyLowerMs(row, tolerance), spread.medianMs() - floorMs);
        double[] saved = new double[last.length];
        for (int i = 0; i < last.length; i++) {
            saved[i] = -last[i];
        }
        return missing(saved, row, -lower, -nearly) == 0;
    }
}
