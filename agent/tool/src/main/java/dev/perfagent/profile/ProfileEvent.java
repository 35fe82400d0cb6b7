package dev.perfagent.profile;

import java.util.Locale;

/** What stacks are gathered of. */
public enum ProfileEvent {
    /** Samples of threads that run. */
    CPU("CPU samples"),
    /** Samples of all threads, also of those that wait. */
    WALL("samples of all threads"),
    /** Bytes that were allocated. */
    ALLOC("allocated bytes"),
    /** Nanoseconds that threads waited for locks. */
    LOCK("time waiting for locks");

    private final String words;

    ProfileEvent(String words) {
        this.words = words;
    }

    /** As it is given. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As users read it. */
    public String words() {
        return words;
    }
}
