package dev.perfagent.threshold;

import dev.perfagent.choice.AlertChoice;
import dev.perfagent.choice.AlertStates;
import dev.perfagent.run.Alert;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Measure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges runs with no more than a test has to say. */
final class Judged {
    private Judged() {}

    /** The alerts of a run with no alert before it. */
    static List<Alert> alerts(JudgedRun run, Benchmarks benchmarks, AlertPolicies policies, double... recentMs) {
        List<Verdict> verdicts = verdicts(run, benchmarks, policies, recent(recentMs));
        return AlertChoice.of(run.run(), verdicts, policies, AlertStates.parse(""), JudgedRun.END)
                .found();
    }

    static List<Verdict> verdicts(JudgedRun run, Benchmarks benchmarks, AlertPolicies policies, RecentRuns recent) {
        Thresholds thresholds = new Thresholds(benchmarks, policies, Notification.STANDARD);
        return Judge.judge(run.run(), thresholds, recent, MachineState.UNKNOWN);
    }

    /** The one by that rule. */
    static Verdict verdict(List<Verdict> verdicts, Measure measure, VerdictRule rule) {
        for (Verdict verdict : verdicts) {
            if (verdict.measure() == measure && verdict.rule() == rule) {
                return verdict;
            }
        }
        throw new AssertionError("none of " + measure + " by " + rule + " in " + verdicts);
    }

    /** Runs of the same version, newest first. */
    static RecentRuns recent(double... recentMs) {
        return recent(times(recentMs), new RecentTimes(), null);
    }

    static RecentRuns recent(RecentTimes same, RecentTimes other, @Nullable String otherVersion) {
        return new RecentRuns(same, other, otherVersion, 0, 0);
    }

    /** The verdict on the time beside those of recent runs. */
    static Verdict time(JudgedRun run, double tolerance, AlertPolicy policy, RecentRuns recent) {
        List<Verdict> verdicts = new ArrayList<>();
        Regression.judge(run.run(), tolerance, policy, recent, verdicts);
        return verdicts.get(0);
    }

    /** Newest first, of which nothing but the time is known. */
    static RecentTimes times(double... ms) {
        RecentTimes times = new RecentTimes();
        for (double one : ms) {
            times.add(one, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return times;
    }

    /** That many runs of about that time: 5 % up and down in turn. */
    static double[] about(double ms, int count) {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = ms * (i % 3 == 0 ? 1 : i % 3 == 1 ? 0.95 : 1.05);
        }
        return times;
    }

    /** Newer ones before older ones. */
    static double[] before(double[] older, double... newer) {
        double[] all = new double[newer.length + older.length];
        System.arraycopy(newer, 0, all, 0, newer.length);
        System.arraycopy(older, 0, all, newer.length, older.length);
        return all;
    }
}
