package dev.perfagent.observe.rule;

import dev.perfagent.record.Frame;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import dev.perfagent.record.Totals;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Observes phases as another observer does, and writes the phase log beside. */
public final class LoggedPhases implements Observer {
    private final Observer observer;
    private final PhaseLog log;

    public LoggedPhases(Observer observer, PhaseLog log) {
        this.observer = observer;
        this.log = log;
    }

    /** What is handed over until the phase is left. */
    private record Entry(Object token, long thread, String phase) {}

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        Object token = observer.entered(thread, self, argument);
        Totals totals = token instanceof Frame frame ? frame.totals : null;
        if (token == null || totals == null || self != null && observer instanceof MeasuredFrameObserver) {
            return token; // one beside what its thread does
        }
        long id = Thread.currentThread().getId();
        try {
            log.entered(id, System.nanoTime(), totals.name());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return new Entry(token, id, totals.name());
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(token instanceof Entry entry)) {
            observer.exited(thread, token, result, thrown);
            return;
        }
        observer.exited(thread, entry.token, result, thrown);
        try {
            log.exited(entry.thread, System.nanoTime(), entry.phase);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
