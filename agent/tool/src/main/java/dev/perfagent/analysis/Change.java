package dev.perfagent.analysis;

import java.time.Instant;

/**
 * A moment from which on a command took another time than before.
 *
 * @param fingerprint on that kind of machine
 * @param at when the first run began that was different
 * @param versionBefore of the last run before; empty when not told
 * @param versionAfter of the first run from then on; empty when not told
 * @param medianBefore in ms, back to the change before
 * @param medianAfter in ms, up to the next change
 * @param runsBefore how many those are
 * @param runsAfter how many those are
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
        double pValue) {
    /** As a part of what it was before: 0.2 is 20 % slower. */
    public double change() {
        return (medianAfter - medianBefore) / medianBefore;
    }
}
