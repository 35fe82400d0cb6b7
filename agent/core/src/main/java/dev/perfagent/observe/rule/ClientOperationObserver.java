package dev.perfagent.observe.rule;

import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Observes the operations of libraries that are clients of an API, without a rule. Within an operation that a rule or the
 * application itself has named, nothing is an operation of its own: that name says more.
 */
public final class ClientOperationObserver implements Observer {
    private final MeasuredFrameObserver operations;

    /** @param operations measures them */
    public ClientOperationObserver(MeasuredFrameObserver operations) {
        this.operations = operations;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (thread.isInOperation()) {
            return null;
        }
        String name = argument instanceof String known ? known : CalledMethod.current();
        return name == null ? null : operations.begins(thread, GivenName.cut(name));
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        operations.exited(thread, token, result, thrown);
    }
}
