package dev.perfagent.threshold;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the runs of a command before the one that is judged.
 *
 * <p>Comparable are those that ended well, were warm, and have the same fingerprint.
 *
 * @param sameVersion comparable runs of the application's present version
 * @param otherVersion comparable runs of the version that ran before it
 * @param otherVersionName that version; null when there is none or it has no name
 * @param ended of the last {@link #ENDS} less one runs, however they ended and wherever
 * @param failed those of them that failed
 */
public record RecentRuns(
        RecentTimes sameVersion,
        RecentTimes otherVersion,
        @Nullable String otherVersionName,
        int ended,
        int failed) {
    /** Nothing is known. */
    public static final RecentRuns NONE = new RecentRuns(new RecentTimes(), new RecentTimes(), null, 0, 0);

    /** The last ends that an error rate is made of, the present one included. */
    public static final int ENDS = 20;

    /** Whether there may be enough to say anything. */
    public boolean isEnough() {
        return Math.max(sameVersion.runs(), otherVersion.runs()) >= Spread.LEAST_CPU_RUNS;
    }

    /** How the machine usually was. */
    UsualMachine usualMachine() {
        return sameVersion.usualMachine().orElse(otherVersion.usualMachine());
    }
}
