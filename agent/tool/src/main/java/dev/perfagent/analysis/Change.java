package dev.perfagent.analysis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment from which on a command took another time than before. What comes back with the weekday or the hour, and a drift, are
 * taken out of both medians.
 *
 * @param fingerprint on that kind of machine
 * @param at when the first run began that was different
 * @param versionBefore of the last run before; empty when not recorded
 * @param versionAfter of the first run from then on; empty when not recorded
 * @param medianBefore in ms, back to the change before
 * @param medianAfter in ms, up to the next change
 * @param runsBefore how many those are
 * @param runsAfter how many those are
 * @param atRelease whether the version is another from then on and no run speaks against it: neither those between the place
 * found
 *     and the release, nor those of either version on the other side
 * @param pValue of Mann–Whitney between the two
 */
public record Change(
        String fingerprint,
        Instant at,
        String versionBefore,
        String versionAfter,
        double medianBefore,
        double medianAfter,
        int runsBefore,
        int runsAfter,
        boolean atRelease,
        double pValue) {
    /** The resolution of recorded times; what takes less takes nothing. */
    private static final double LEAST_MS = 0.001;

    /** As a part of what it was before: 0.2 is 20 % slower; null when it was nothing before. */
    public @Nullable Double change() {
        return medianBefore < LEAST_MS ? null : (Double) ((medianAfter - medianBefore) / medianBefore);
    }

    /** Whether it is slower from then on. */
    public boolean isSlower() {
        return medianAfter > medianBefore;
    }
}
