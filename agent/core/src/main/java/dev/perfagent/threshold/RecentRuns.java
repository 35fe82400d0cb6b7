package dev.perfagent.threshold;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the runs of a command before the one that is judged.
 *
 * <p>Comparable are those that ended well, were warm, and have the same fingerprint.
 */
public final class RecentRuns {
    /** Nothing is known. */
    public static final RecentRuns NONE = new RecentRuns(new double[0], new double[0], null, 0, 0);

    /** The last ends that an error rate is made of, the present one included. */
    public static final int ENDS = 20;

    private final double[] sameVersion;
    private final double[] otherVersion;
    private final @Nullable String otherVersionName;
    private final int ended;
    private final int failed;

    /**
     * All arrays are total times in milliseconds, newest first.
     *
     * @param sameVersion comparable runs of the application's present version
     * @param otherVersion comparable runs of the version that ran before it
     * @param otherVersionName that version; null when there is none or it has no name
     * @param ended of the last {@link #ENDS} less one runs, however they ended and wherever
     * @param failed those of them that failed
     */
    public RecentRuns(
            double[] sameVersion, double[] otherVersion, @Nullable String otherVersionName, int ended, int failed) {
        this.sameVersion = sameVersion.clone();
        this.otherVersion = otherVersion.clone();
        this.otherVersionName = otherVersionName;
        this.ended = ended;
        this.failed = failed;
    }

    /** In milliseconds, newest first. */
    public double[] sameVersion() {
        return sameVersion.clone();
    }

    /** In milliseconds, newest first. */
    public double[] otherVersion() {
        return otherVersion.clone();
    }

    /** The version that {@link #otherVersion} ran; null when there is none or it has no name. */
    public @Nullable String otherVersionName() {
        return otherVersionName;
    }

    /** How many ends are known. */
    public int ended() {
        return ended;
    }

    /** How many of them were failures. */
    public int failed() {
        return failed;
    }
}
