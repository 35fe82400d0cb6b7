package dev.perfagent.threshold;

import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;

/** The share of failed runs among the last ones, reported when chance alone does not explain it. */
final class ErrorRate {
    /** One-sided 95 %. */
    private static final double QUANTILE = 1.645;

    private ErrorRate() {}

    static Verdict judge(Run run, AlertPolicy policy, RecentRuns recent) {
        int ended = recent.ended() + 1;
        int failed = recent.failed() + (run.outcome() == Outcome.SUCCESS ? 0 : 1);
        double limit = policy.ratio();
        double share = (double) failed / ended;
        boolean enough = ended >= Spread.LEAST_RUNS;
        boolean over = enough && least(failed, ended) > limit;
        return new Verdict(
                Measure.ERROR_RATE,
                run.command(),
                VerdictRule.RECENT_RUNS,
                share,
                limit,
                null,
                !enough ? Result.INCONCLUSIVE : over ? Result.WARNING : Result.OK,
                ended,
                over ? 1 : 0,
                0,
                enough ? 0 : Spread.LEAST_RUNS - ended,
                null);
    }

    /** The lower end of Wilson's interval: the true share is over it with 95 % confidence. */
    private static double least(int failed, int ended) {
        double share = (double) failed / ended;
        double square = QUANTILE * QUANTILE;
        double middle = share + square / (2 * ended);
        double half = QUANTILE * Math.sqrt(share * (1 - share) / ended + square / (4.0 * ended * ended));
        return (middle - half) / (1 + square / ended);
    }
}
