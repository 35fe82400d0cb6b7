package dev.perfagent.statistics;

/** What of a group of values is compared with the same of another group. */
public enum Statistic {
    /** The middle value, with the rank test of Mann and Whitney. */
    MEDIAN {
        @Override
        public double of(Sample sample) {
            return sample.median();
        }

        @Override
        double pValue(Sample first, Sample second) {
            return MannWhitney.pValue(first, second);
        }

        @Override
        double leastPValue(int runs) {
            return MannWhitney.leastPValue(runs, runs);
        }

        @Override
        public int leastRuns() {
            return 1;
        }
    },
    /** What 95 of 100 runs do not exceed, with {@link QuantileTest}. */
    P95 {
        @Override
        public double of(Sample sample) {
            return sample.quantile(QuantileTest.P95);
        }

        @Override
        double pValue(Sample first, Sample second) {
            return QuantileTest.pValue(first, second);
        }

        @Override
        double leastPValue(int runs) {
            return QuantileTest.leastPValue(runs);
        }

        @Override
        public int leastRuns() {
            return Sample.SURE_P95;
        }
    };

    /** The figure of a group that is not empty. */
    public abstract double of(Sample sample);

    /** How often two groups would differ as much or more by chance alone. */
    abstract double pValue(Sample first, Sample second);

    /** The smallest p-value that two groups of this size can have. */
    abstract double leastPValue(int runs);

    /** With fewer runs in a group the figure cannot be known. */
    public abstract int leastRuns();
}
