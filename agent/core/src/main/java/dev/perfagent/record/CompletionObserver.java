package dev.perfagent.record;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Observes the JDK getting ready to wait for the process that the thread is starting. */
final class CompletionObserver implements Observer {
    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        ChildProcess starting = thread.starting;
        if (starting != null && result instanceof CompletableFuture<?> completion) {
            starting.completion = completion;
        }
    }
}
