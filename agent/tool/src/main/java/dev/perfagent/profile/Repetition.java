package dev.perfagent.profile;

import org.jspecify.annotations.Nullable;

/**
 * How often a command is run with a profiler.
 *
 * @param most at least 1
 * @param untilEnough no more often than until there are enough samples
 */
public record Repetition(int most, boolean untilEnough) {
    /** A command that needs more runs is not what takes the time. */
    private static final int MOST_BY_ITSELF = 20;

    /** Until there are enough samples. */
    public static final Repetition AUTO = new Repetition(MOST_BY_ITSELF, true);

    /** That often. */
    public static Repetition times(int number) {
        return new Repetition(number, false);
    }

    /**
     * Whether no further run follows on those. A run without any sample would be followed by others like it.
     *
     * @param phase in which there have to be enough samples; null for any
     */
    public boolean isOver(int runs, Profile profile, @Nullable String phase) {
        return runs >= most || runs > 0 && untilEnough && (profile.hasEnough(phase) || profile.mostSamples(phase) == 0);
    }
}
