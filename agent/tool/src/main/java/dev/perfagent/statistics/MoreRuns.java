package dev.perfagent.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How many more runs are likely to settle a comparison: an estimate from the spread so far.
 *
 * @param baseline more runs of the baseline, 0 to {@link #MOST}
 * @param current more runs of what is compared with it, 0 to {@link #MOST}
 */
public record MoreRuns(int baseline, int current) {
    /** More than that is printed as "more than". */
    public static final int MOST = 1000;

    /** How often a difference of the size that was seen is to be found. */
    private static final double POWER = 0.8;

    /** A change nearer to the band than that is not pursued: it would take runs without end. */
    private static final double NEAREST = 0.05;

    /** Whether it is hopeless: the runs differ too much. */
    public boolean isBeyondReach() {
        return baseline >= MOST || current >= MOST;
    }

    /** To fill both sides up to that many. */
    static MoreRuns upTo(int runs, Sample baseline, Sample current) {
        return new MoreRuns(within(runs - baseline.size()), within(runs - current.size()));
    }

    static MoreRuns of(Question question, @Nullable Ratio ratio, Bands bands) {
        Sample baseline = question.baseline();
        Sample current = question.current();
        int least = leastRuns(question.figure(), bands);
        if (ratio == null) {
            return atLeastOne(least, least, baseline, current);
        }
        double errors = errorsWanted(Math.log(ratio.value()), bands);
        double variance = 1 / (errors * errors);
        double even = (ratio.ofFirst() + ratio.ofSecond()) / variance;
        double ofCurrent = beside(ratio.ofSecond() / baseline.size(), ratio.ofFirst(), variance, even);
        double ofBaseline = beside(ratio.ofFirst() / current.size(), ratio.ofSecond(), variance, even);
        return atLeastOne(
                Math.max(least, runs(baseline.size() >= even ? 0 : current.size() >= even ? ofBaseline : even)),
                Math.max(least, runs(current.size() >= even ? 0 : baseline.size() >= even ? ofCurrent : even)),
                baseline,
                current);
    }

    /**
     * How many standard errors have to fit, on logarithms: of a ratio within the tolerance in its distance to the tolerance, so
     * that the interval ends before it; of any other in the difference that is there, so that the test finds it.
     */
    private static double errorsWanted(double logRatio, Bands bands) {
        double band = Math.log1p(bands.tolerance());
        double find = (Ratio.z(1 - bands.alpha() / 2) + Ratio.z(POWER)) / Math.max(NEAREST, Math.abs(logRatio));
        double exclude = Ratio.z(1 - (1 - Ratio.CONFIDENCE) / 2) / Math.max(NEAREST, band - logRatio);
        return Math.abs(logRatio) > band ? find : exclude;
    }

    /** The runs that one side needs when the other stays as it is and brings that error. */
    private static double beside(double errorOfOther, double variance, double wanted, double even) {
        return errorOfOther < wanted ? Math.min(even, variance / (wanted - errorOfOther)) : even;
    }

    private static int runs(double number) {
        return (int) Math.min(MOST * 2.0, Math.ceil(number));
    }

    /** With that many a side, the test can tell anything at all. */
    private static int leastRuns(Statistic figure, Bands bands) {
        int runs = bands.leastRuns();
        while (runs < MOST && figure.leastPValue(runs) >= bands.alpha()) {
            runs++;
        }
        return runs;
    }

    private static MoreRuns atLeastOne(int ofBaseline, int ofCurrent, Sample baseline, Sample current) {
        MoreRuns more = new MoreRuns(within(ofBaseline - baseline.size()), within(ofCurrent - current.size()));
        if (more.baseline > 0 || more.current > 0) {
            return more;
        }
        return current.size() <= baseline.size() ? new MoreRuns(0, 1) : new MoreRuns(1, 0);
    }

    private static int within(int runs) {
        return Math.max(0, Math.min(MOST, runs));
    }
}
