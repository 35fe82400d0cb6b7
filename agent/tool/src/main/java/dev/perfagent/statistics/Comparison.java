package dev.perfagent.statistics;

import org.jspecify.annotations.Nullable;

/**
 * One group of values against another.
 *
 * @param ratio the current median by the baseline's, with its interval; null where that cannot be told
 * @param pValue of the Mann–Whitney test, two-sided; null when a side is empty
 * @param needed how many more runs are likely to settle it; null unless the verdict is inconclusive
 */
public record Comparison(
        Sample baseline,
        Sample current,
        @Nullable Ratio ratio,
        @Nullable Double pValue,
        Verdict verdict,
        @Nullable MoreRuns needed) {
    /** Compares as the bands say. */
    public static Comparison of(Sample baseline, Sample current, Bands bands) {
        if (baseline.isEmpty() || current.isEmpty()) {
            return new Comparison(
                    baseline,
                    current,
                    null,
                    null,
                    Verdict.INCONCLUSIVE,
                    MoreRuns.upTo(bands.leastRuns(), baseline, current));
        }
        Ratio ratio = Ratio.of(current, baseline);
        double p = MannWhitney.pValue(baseline, current);
        Verdict verdict = judge(baseline, current, ratio, p, bands);
        MoreRuns needed = verdict == Verdict.INCONCLUSIVE ? MoreRuns.of(baseline, current, ratio, bands) : null;
        return new Comparison(baseline, current, ratio, p, verdict, needed);
    }

    /** The current median's difference to the baseline's, in the values' unit; null when a side is empty. */
    public @Nullable Double difference() {
        return baseline.isEmpty() || current.isEmpty() ? null : (Double) (current.median() - baseline.median());
    }

    /** The difference as a part of the baseline's median, 0.3 for 30 % more; null when there is nothing to divide by. */
    public @Nullable Double change() {
        Double difference = difference();
        return difference == null || baseline.median() <= 0 ? null : (Double) (difference / baseline.median());
    }

    private static Verdict judge(Sample baseline, Sample current, @Nullable Ratio ratio, double p, Bands bands) {
        if (Math.min(baseline.size(), current.size()) < bands.leastRuns()) {
            return Verdict.INCONCLUSIVE;
        }
        double before = baseline.median();
        double difference = current.median() - before;
        if (p < bands.alpha()) {
            return Math.abs(difference) < bands.floor() ? Verdict.OK : ofSure(difference, before, bands);
        }
        return mayBeWorse(difference, before, ratio, bands) || mayBeBetter(difference, before, bands)
                ? Verdict.INCONCLUSIVE
                : Verdict.OK;
    }

    private static Verdict ofSure(double difference, double before, Bands bands) {
        if (difference > bands.critical() * before) {
            return Verdict.CRITICAL;
        }
        if (difference > bands.warning() * before) {
            return Verdict.WARNING;
        }
        return difference < -bands.warning() * before ? Verdict.IMPROVED : Verdict.OK;
    }

    /** Whether a change that would be against the current runs fits the values as well. */
    private static boolean mayBeWorse(double difference, double before, @Nullable Ratio ratio, Bands bands) {
        double worst = ratio == null ? difference : (ratio.high() - 1) * before;
        return worst > bands.warning() * before && worst >= bands.floor();
    }

    private static boolean mayBeBetter(double difference, double before, Bands bands) {
        return difference < -bands.warning() * before && -difference >= bands.floor();
    }
}
