package dev.perfagent.observe;

import dev.perfagent.machine.Machine;
import dev.perfagent.observe.command.MainObserver;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the heap while a run goes on, and lets the listener know how it stands: at once, so that what the end of the run
 * needs can be made ready while the application works; then only after {@value #FIRST_MILLIS} ms, when the run has proved to be
 * a longer one. At the machine it looks after {@value #MACHINE_MILLIS} ms, because in a shorter run its figures say nothing.
 * While the heap is full it looks at nothing else, because it would need classes for that.
 */
public final class Sampler extends Thread {
    private static final long MACHINE_MILLIS = 100;
    private static final long FIRST_MILLIS = 200;
    private static final long PERIOD_MILLIS = 100;
    /** What is read of threads needs java.management, of which a shorter run loads nothing, unless it is profiled. */
    private static final long THREAD_USE_MILLIS = 500;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int PERIODS_BEFORE_THREAD_USE = (int) ((THREAD_USE_MILLIS - FIRST_MILLIS) / PERIOD_MILLIS);
    /** DESIGN section 7: the marker is refreshed each second. */
    private static final int PERIODS_A_REFRESH = 10;

    private final Recorder recorder;
    private final @Nullable Runnable transformerRemoval;
    private boolean isWoken;
    private boolean isRemovalPrepared;

    /**
     * Not started yet.
     *
     * @param transformerRemoval run at once, and again at the first look or when this is woken; null for nothing
     */
    public Sampler(Recorder recorder, @Nullable Runnable transformerRemoval) {
        super(Machine.systemGroup(), null, "perf-agent-sampler", 0, false);
        this.recorder = recorder;
        this.transformerRemoval = transformerRemoval;
        setDaemon(true);
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        try {
            MainObserver.keepRoom();
            prepareRemoval();
            recorder.reportProgress(false);
            long from = System.nanoTime();
            pauseUntil(from, MACHINE_MILLIS);
            lookAtMachine();
            pauseUntil(from, FIRST_MILLIS);
            if (!isRemovalPrepared) {
                prepareRemoval();
            }
            int periodsBeforeThreadUse = Observers.isProfiled() ? 0 : PERIODS_BEFORE_THREAD_USE;
            for (int period = 0; ; period++) {
                boolean hasRoom = recorder.hasRoom();
                if (hasRoom && period == 1) {
                    recorder.onceAnywayIsDone();
                }
                recorder.sampleHeap();
                if (hasRoom) {
                    look(period, period == periodsBeforeThreadUse);
                }
                pause(PERIOD_MILLIS);
            }
        } catch (Throwable stopped) {
            // A full heap, or a jar that was replaced under us. Reported by nobody: the application's handler
            // of uncaught exceptions may do anything, and what is missing is some samples.
            return;
        }
    }

    private void look(int period, boolean startsThreadUse) {
        boolean isPlain = period % PERIODS_A_REFRESH != 1;
        if (startsThreadUse) {
            startThreadUse();
            isPlain = false;
        }
        recorder.looked(isPlain);
        if (period % PERIODS_A_REFRESH == 0) {
            recorder.lookAtMachine();
            recorder.reportProgress(true);
        }
    }

    private void lookAtMachine() {
        if (recorder.hasRoom()) {
            recorder.lookAtMachine();
        }
    }

    /** Lets it run the removal of the transformer before the first look. */
    public synchronized void wake() {
        isWoken = true;
        notifyAll();
    }

    /** Waits until {@code millis} have passed since {@code from}. If woken meanwhile, it runs the removal first. */
    private void pauseUntil(long from, long millis) throws InterruptedException {
        pauseUnlessWoken(left(from, millis));
        if (isWoken() && !isRemovalPrepared) {
            isRemovalPrepared = true;
            prepareRemoval();
        }
        pause(left(from, millis));
    }

    private static long left(long from, long millis) {
        return millis - (System.nanoTime() - from) / NANOS_PER_MILLI;
    }

    private synchronized boolean isWoken() {
        return isWoken;
    }

    private synchronized void pauseUnlessWoken(long millis) throws InterruptedException {
        if (!isWoken) {
            pause(millis);
        }
    }

    /** Waits that long, or a little less: by {@code sleep} JDK 25 would load two classes of its flight recorder. */
    @SuppressWarnings("WaitNotInLoop") // a look too early does no harm
    private synchronized void pause(long millis) throws InterruptedException {
        if (millis > 0) {
            wait(millis);
        }
    }

    private void startThreadUse() {
        try {
            recorder.startThreadUse();
        } catch (LinkageError | RuntimeException missing) {
            return; // a runtime image without java.management: allocation and CPU time of phases stay unknown
        }
    }

    private void prepareRemoval() {
        if (transformerRemoval != null && recorder.hasRoom()) {
            transformerRemoval.run();
        }
    }
}
