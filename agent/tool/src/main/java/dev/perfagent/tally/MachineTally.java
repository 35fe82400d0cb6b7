package dev.perfagent.tally;

/** A command's runs on one kind of machine, added up: those with the same fingerprint. */
public final class MachineTally {
    private final TimeSeries series = new TimeSeries();
    private long runs;

    /** All of them. */
    public long runs() {
        return runs;
    }

    /** Those that are timed. */
    public TimeSeries series() {
        return series;
    }

    void count() {
        runs++;
    }

    void addAll(MachineTally other, int[] versionOf) {
        runs += other.runs;
        series.addAll(other.series, versionOf);
    }
}
