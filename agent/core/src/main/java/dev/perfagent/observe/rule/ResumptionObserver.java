package dev.perfagent.observe.rule;

import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Observes that what waited for a suspended function goes on. */
public final class ResumptionObserver implements Observer {
    private final Suspensions suspensions;

    public ResumptionObserver(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (self != null) {
            suspensions.resumed(self);
        }
        return null;
    }
}
