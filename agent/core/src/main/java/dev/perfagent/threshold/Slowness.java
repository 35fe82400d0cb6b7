package dev.perfagent.threshold;

/**
 * How slow the CPU was, by things that are about the same work in each run: what the JVM's own threads do, what the agent itself
 * does at the start (the gauge), and a look of the agent's, of which there are ten in a second. The figures are logarithms of
 * what these took beside the usual run; NaN where that is not known.
 *
 * <p>Each may be off by a fifth by chance, and a tool can keep the JVM's threads busier. The JVM's threads and the agent's work
 * are off in the same way only if the CPU was, so that what they agree on counts for most (decisions 188 and 203). The looks go
 * on through the whole run, and nothing that the tool does is in them: where there are enough of them, they count for more than
 * the gauge, and what the agent's work shows counts for more than without them.
 */
final class Slowness {
    /** Of the agent's work, how much the gauge counts where the looks are known. */
    private static final double GAUGE_BESIDE_LOOKS = 0.3;

    /** Without looks, how much counts in a single run of what both agree on. */
    private static final double AGREED = 0.7;

    /** Beyond that it counts in full: chance does not bring both so far. */
    private static final double SURE = 0.2;

    /** How much counts of what only the JVM's threads show. */
    private static final double JVM_ALONE = 0.2;

    private static final double JVM_ALONE_BESIDE_LOOKS = 0.1;

    /** How much counts of what only the gauge shows. */
    private static final double GAUGE_ALONE = 0.3;

    /** How much counts of the gauge in a run that is too short for the JVM's threads to be known: there it is the JVM's start. */
    private static final double START = 0.9;

    private static final double MOST_OF_START = 0.7;

    /** How much counts of what only looks and gauge show. */
    private static final double LOOKS_ALONE = 0.5;

    /** They move a run by no more than that alone (decision 202). */
    private static final double MOST_OF_LOOKS_ALONE = 0.25;

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
    private int runsWithLooks;
    private double jvm;
    private double ownWork;
    private double counted;

    /** What counts in a single run. */
    static double of(double jvm, double gauge, double look, boolean forMean) {
        double own = ofOwnWork(gauge, look);
        if (Double.isNaN(own)) {
            return forMean ? atMost(MOST_OF_MEAN, MEAN_WITHOUT_GAUGE * jvm) : atMost(MOST_ALONE, WITHOUT_GAUGE * jvm);
        }
        if (Double.isNaN(jvm)) {
            return atMost(MOST_OF_START, START * own);
        }
        double agreed = agreed(jvm, own);
        if (!Double.isNaN(look)) {
            return agreed + atMost(MOST_ALONE, JVM_ALONE_BESIDE_LOOKS * (jvm - agreed)) + alone(own - agreed, true);
        }
        double sure = Math.copySign(Math.max(0, Math.abs(agreed) - SURE), agreed);
        return AGREED * agreed
                + (1 - AGREED) * sure
                + atMost(MOST_ALONE, JVM_ALONE * (jvm - agreed))
                + alone(own - agreed, false);
    }

    /** What the agent's own work shows. */
    static double ofOwnWork(double gauge, double look) {
        if (Double.isNaN(look)) {
            return gauge;
        }
        return Double.isNaN(gauge) ? look : GAUGE_BESIDE_LOOKS * gauge + (1 - GAUGE_BESIDE_LOOKS) * look;
    }

    /** Adds a run that knows the JVM's threads and one of the others; another is left out. */
    void add(double ofJvm, double ofGauge, double ofLook) {
        double own = ofOwnWork(ofGauge, ofLook);
        if (!Double.isNaN(ofJvm) && !Double.isNaN(own)) {
            runs++;
            runsWithLooks += Double.isNaN(ofLook) ? 0 : 1;
            jvm += ofJvm;
            ownWork += own;
            counted += of(ofJvm, ofGauge, ofLook, true);
        }
    }

    /**
     * By how much these runs together were slower than earlier ones, beyond what counts in each of them: of several, all signs
     * are off by less, so that all counts of what they agree on. 0 where too few are known.
     */
    double beyondEach(Slowness earlier) {
        if (Math.min(runs, earlier.runs) < Spread.LEAST_CPU_RUNS) {
            return 0;
        }
        double moreJvm = jvm / runs - earlier.jvm / earlier.runs;
        double moreOwn = ownWork / runs - earlier.ownWork / earlier.runs;
        double agreed = agreed(moreJvm, moreOwn);
        boolean byLooks = hasLooks() && earlier.hasLooks();
        double together = agreed
                + atMost(MOST_ALONE_OF_MEAN, JVM_ALONE_OF_MEAN * (moreJvm - agreed))
                + alone(moreOwn - agreed, byLooks);
        return together - (counted / runs - earlier.counted / earlier.runs);
    }

    private static double agreed(double jvm, double own) {
        return jvm * own > 0 ? Math.copySign(Math.min(Math.abs(jvm), Math.abs(own)), jvm) : 0;
    }

    /** Whether most of them know the looks. */
    private boolean hasLooks() {
        return 2 * runsWithLooks > runs;
    }

    /** What counts of what only the agent's work shows. */
    private static double alone(double left, boolean byLooks) {
        return byLooks ? atMost(MOST_OF_LOOKS_ALONE, LOOKS_ALONE * left) : atMost(MOST_ALONE, GAUGE_ALONE * left);
    }

    private static double atMost(double most, double moved) {
        return Double.isNaN(moved) ? 0 : Math.max(-most, Math.min(most, moved));
    }
}
