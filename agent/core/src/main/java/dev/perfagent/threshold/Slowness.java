package dev.perfagent.threshold;

/**
 * How slow the CPU was, by two things that are about the same work in each run: what the JVM's own threads do, and what the agent
 * itself does (the gauge). The figures are logarithms of what these took beside the usual run; NaN where that is not known.
 *
 * <p>Either may be off by a fifth by chance, and a tool can keep the JVM's threads busier. Both are off in the same way only if
 * the CPU was, so that what they agree on counts for most (decision 188).
 */
final class Slowness {
    /** Of what both agree on, how much counts in a single run. */
    private static final double AGREED = 0.7;

    /** Beyond that it counts in full: chance does not bring both so far. */
    private static final double SURE = 0.2;

    /** How much counts of what only the JVM's threads show. */
    private static final double JVM_ALONE = 0.2;

    /** How much counts of what only the gauge shows. */
    private static final double GAUGE_ALONE = 0.3;

    /** What only one shows, or the JVM's threads where there is no gauge, moves a single run by no more than that. */
    private static final double MOST_ALONE = 0.1;

    /** How the application follows the JVM's threads where there is no gauge (decision 111). */
    private static final double WITHOUT_GAUGE = 0.35;

    /** The same two for the mean of several runs, which has to see a smaller change (decision 126). */
    private static final double MEAN_WITHOUT_GAUGE = 0.6;

    private static final double MOST_OF_MEAN = 0.25;

    /** The same two of what only the JVM's threads show in several runs: the gauge sees the beginning only (decision 197). */
    private static final double JVM_ALONE_OF_MEAN = 0.4;

    private static final double MOST_ALONE_OF_MEAN = 0.16;

    private int runs;
    private double jvm;
    private double gauge;
    private double counted;

    /** What counts in a single run. */
    static double of(double jvm, double gauge, boolean forMean) {
        if (Double.isNaN(gauge)) {
            return forMean ? atMost(MOST_OF_MEAN, MEAN_WITHOUT_GAUGE * jvm) : atMost(MOST_ALONE, WITHOUT_GAUGE * jvm);
        }
        double agreed = agreed(jvm, gauge);
        double sure = Math.copySign(Math.max(0, Math.abs(agreed) - SURE), agreed);
        return AGREED * agreed + (1 - AGREED) * sure + alone(jvm, gauge, agreed);
    }

    /** Adds a run that knows both; another is left out. */
    void add(double ofJvm, double ofGauge) {
        if (!Double.isNaN(ofJvm) && !Double.isNaN(ofGauge)) {
            runs++;
            jvm += ofJvm;
            gauge += ofGauge;
            counted += of(ofJvm, ofGauge, true);
        }
    }

    /**
     * By how much these runs together were slower than earlier ones, beyond what counts in each of them: of several, both are
     * off by less, so that all counts of what they agree on. 0 where too few are known.
     */
    double beyondEach(Slowness earlier) {
        if (Math.min(runs, earlier.runs) < Spread.LEAST_CPU_RUNS) {
            return 0;
        }
        double moreJvm = jvm / runs - earlier.jvm / earlier.runs;
        double moreGauge = gauge / runs - earlier.gauge / earlier.runs;
        double agreed = agreed(moreJvm, moreGauge);
        double together = agreed
                + atMost(MOST_ALONE_OF_MEAN, JVM_ALONE_OF_MEAN * (moreJvm - agreed))
                + ofGaugeAlone(moreGauge, agreed);
        return together - (counted / runs - earlier.counted / earlier.runs);
    }

    private static double agreed(double jvm, double gauge) {
        return jvm * gauge > 0 ? Math.copySign(Math.min(Math.abs(jvm), Math.abs(gauge)), jvm) : 0;
    }

    private static double alone(double jvm, double gauge, double agreed) {
        return atMost(MOST_ALONE, JVM_ALONE * (jvm - agreed)) + ofGaugeAlone(gauge, agreed);
    }

    private static double ofGaugeAlone(double gauge, double agreed) {
        return atMost(MOST_ALONE, GAUGE_ALONE * (gauge - agreed));
    }

    private static double atMost(double most, double moved) {
        return Double.isNaN(moved) ? 0 : Math.max(-most, Math.min(most, moved));
    }
}
