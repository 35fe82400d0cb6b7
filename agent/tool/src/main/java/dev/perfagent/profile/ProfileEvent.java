package dev.perfagent.profile;

import java.util.Locale;

/** What stacks are gathered of. */
public enum ProfileEvent {
    /** Samples of threads that run. */
    CPU("CPU time", "none"),
    /** Samples of all threads, also of those that wait. */
    WALL("time of all threads, also of those that wait", "none"),
    /** Bytes that were allocated. */
    ALLOC("allocated memory", "bytes"),
    /** Nanoseconds that threads waited for locks. */
    LOCK("time waiting for locks", "nanoseconds");

    private static final int FEWEST_SAMPLES = 100;

    private final String words;
    private final String unit;

    ProfileEvent(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    /** As it is given. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its stacks are counted in; {@code none} for samples. */
    public String unit() {
        return unit;
    }

    /** Fewer samples of a phase give shares that are off by 10 points and more. Of locks, each wait that counts is seen. */
    public int fewestSamples() {
        return this == LOCK ? 1 : FEWEST_SAMPLES;
    }

    /** As users read it. */
    public String words() {
        return words;
    }
}
