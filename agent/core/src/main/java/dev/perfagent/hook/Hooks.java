package dev.perfagent.hook;

import org.jspecify.annotations.Nullable;

/** Where hooks arrive on the agent's side. May throw: the receiver swallows it and calls {@link #failed}. */
public interface Hooks {
    /** See {@link Handoff#enter}. */
    @Nullable
    Object entered(int site, @Nullable Object self, @Nullable Object argument);

    /** See {@link Handoff#exit}. */
    void exited(int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown);

    /** A hook threw that. */
    void failed(int site, Throwable failure);
}
