package dev.perfagent.observe.rule;

import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Frame;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import dev.perfagent.record.Totals;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Observes phases or operations that the application measures by perf-agent's API, which may end on another thread. */
public final class MeasuredFrameObserver implements Observer {
    /** More than a run has phases; further names are looked at in each call. */
    private static final int MOST_NAMES = 200;

    private final Executions executions;
    private final Clock clock;
    private final FrameObserver frames;
    private final boolean isPhase;
    private final Map<String, String> names = new HashMap<>();

    /** @param isPhase false for operations */
    public MeasuredFrameObserver(Executions executions, Clock clock, ParallelFrames parallel, boolean isPhase) {
        this.executions = executions;
        this.clock = clock;
        this.frames = new FrameObserver(executions, clock, parallel, -1, isPhase);
        this.isPhase = isPhase;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (!(argument instanceof String given)) {
            return null;
        }
        String name = name(given);
        return self == null ? begins(thread, name) : beginsBeside(totals(name));
    }

    /** One within what the thread is in. */
    Frame begins(ThreadState thread, String name) {
        return frames.begins(thread, totals(name), true);
    }

    private Totals totals(String name) {
        return executions.current().totals(name, !isPhase);
    }

    private synchronized String name(String given) {
        String name = names.get(given);
        if (name == null) {
            name = GivenName.of(given);
            if (names.size() < MOST_NAMES) {
                names.put(given, name);
            }
        }
        return name;
    }

    /** One that no thread is in. */
    private Frame beginsBeside(Totals totals) {
        Frame frame = new Frame();
        frame.totals = totals;
        frame.outermost = true;
        frame.startNanos = clock.nanos();
        totals.entered(frame.startNanos);
        return frame;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(token instanceof Frame frame)) {
            return;
        }
        if (thread.holds(frame)) {
            frames.exited(thread, token, result, thrown);
        } else {
            endsElsewhere(frame);
        }
    }

    /** It ends on another thread than the one that began it, or after what was around it: only its time is known. */
    private void endsElsewhere(Frame frame) {
        Totals totals = frame.totals;
        if (totals == null) {
            return;
        }
        frame.endsUnseen(clock.nanos());
        totals.exited(frame);
        frame.totals = null;
    }
}
