package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/** What the recorder does at one site. Its methods may throw; {@link dev.perfagent.hook.HookReceiver} keeps it from the application. */
interface Observer {
    /** See {@link dev.perfagent.hook.Handoff#enter}. */
    @Nullable
    Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument);

    /** See {@link dev.perfagent.hook.Handoff#exit}. */
    void exited(ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown);
}
