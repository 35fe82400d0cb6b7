package dev.perfagent.analysis;

/** A command's runs on one kind of machine, added up: those with the same fingerprint. */
public final class Machine {
    private final Series series = new Series();
    private long runs;

    /** All of them. */
    public long runs() {
        return runs;
    }

    /** Those that are timed. */
    public Series series() {
        return series;
    }

    void count() {
        runs++;
    }

    void addAll(Machine other, int[] versionOf) {
        runs += other.runs;
        series.addAll(other.series, versionOf);
    }
}
