package dev.perfagent.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What a phase takes of a command's timed runs. Its time is its own, without the phases inside it, and divided by how many
 * threads were in it at once; so shares add up to at most 1, but for rounding and phases that overlap.
 *
 * @param runs how many entered it
 * @param ms over all runs
 * @param msPerRun mean over all timed runs, those too that did not enter it
 * @param share of the command's time, 0 to 1
 * @param entriesPerRun mean over all timed runs
 * @param allocatedMbPerRun with the phases inside it, mean over the timed runs that know what they allocated; null when none does
 * @param allocatedShare of all that these runs allocated, 0 to 1; null when that is not known
 */
public record PhaseShare(
        String name,
        long runs,
        double ms,
        double msPerRun,
        double share,
        double entriesPerRun,
        @Nullable Double allocatedMbPerRun,
        @Nullable Double allocatedShare) {}
