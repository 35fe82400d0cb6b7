package dev.perfagent.profile;

import java.util.Locale;

/** What stacks are gathered of. */
public enum ProfileEvent {
    /** Samples of threads that run. */
    CPU("CPU samples", "none"),
    /** Samples of all threads, also of those that wait. */
    WALL("samples of all threads", "none"),
    /** Bytes that were allocated. */
    ALLOC("allocated bytes", "bytes"),
    /** Nanoseconds that threads waited for locks. */
    LOCK("time waiting for locks", "nanoseconds");

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

    /** As users read it. */
    public String words() {
        return words;
    }
}
