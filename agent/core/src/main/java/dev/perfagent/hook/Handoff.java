package dev.perfagent.hook;

import org.jspecify.annotations.Nullable;

/** t. */
public abstract class Handoff {
    private static @Nullable Handoff receiver;

    /** t. */
    protected Handoff() {}

    /** t. */
    public static void connect(Handoff newReceiver) {
        receiver = newReceiver;
    }

    static @Nullable Handoff x() {
        return receiver;
    }
}
