package dev.perfagent.record;

import java.util.function.Consumer;

/**
 * Looks at the heap while a run goes on, and lets its start marker be refreshed. It wakes only after {@value #FIRST_MILLIS} ms,
 * so that a short run pays for a sleeping thread and no more.
 */
public final class Sampler extends Thread {
    private static final long FIRST_MILLIS = 200;
    private static final long PERIOD_MILLIS = 100;
    /** DESIGN section 7: the marker is refreshed each second. */
    private static final int PERIODS_A_REFRESH = 10;

    private final Recorder recorder;
    private final Consumer<Recorder> marker;

    /**
     * Not started yet.
     *
     * @param marker refreshes the start marker
     */
    public Sampler(Recorder recorder, Consumer<Recorder> marker) {
        super(null, null, "perf-agent-sampler", 0, false);
        this.recorder = recorder;
        this.marker = marker;
        setDaemon(true);
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        try {
            sleep(FIRST_MILLIS);
            for (int period = 0; ; period++) {
                recorder.sampleHeap();
                if (period % PERIODS_A_REFRESH == 0 && recorder.hasRoom()) {
                    marker.accept(recorder);
                }
                sleep(PERIOD_MILLIS);
            }
        } catch (Throwable stopped) {
            // A full heap, or a jar that was replaced under us. Told by nobody: the application's handler of uncaught
            // exceptions
            // may do anything, and what is missing is some samples.
            return;
        }
    }
}
