package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/**
 * What the recorder does at one site. Its methods may throw; {@link dev.perfagent.hook.HookReceiver} keeps it from the
 * application.
 *
 * <p>An interface, because the verifier loads every subclass of a class that it sees returned as one, and none of an interface.
 */
public interface Observer {
    /** See {@link dev.perfagent.hook.Handoff#enter}. */
    default @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        return null;
    }

    /** See {@link dev.perfagent.hook.Handoff#exit}. */
    default void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {}
}
