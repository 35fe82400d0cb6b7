package dev.perfagent.observe.rule;

import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/** Observes what somebody does with publishers. */
public final class PublisherObserver implements Observer {
    private final Publishers publishers;
    private final Step step;

    /** What somebody does. */
    public enum Step {
        SUBSCRIBES,
        GIVES_SUBSCRIBER,
        BEGINS,
        ENDS
    }

    public PublisherObserver(Publishers publishers, Step step) {
        this.publishers = publishers;
        this.step = step;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (self == null) {
            return null;
        }
        if (step == Step.SUBSCRIBES) {
            return publishers.begins(self);
        }
        if (step == Step.ENDS) {
            publishers.over(self);
        } else if (argument != null && step == Step.GIVES_SUBSCRIBER) {
            publishers.gives(self, argument);
        } else if (argument != null) {
            publishers.begun(self, argument);
        }
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (token instanceof PublishedWork work) {
            work.run();
        }
    }
}
