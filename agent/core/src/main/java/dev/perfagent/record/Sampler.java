package dev.perfagent.record;

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
    private final Runnable refresh;

    /**
     * Not started yet.
     *
     * @param refresh refreshes the start marker; may throw
     */
    public Sampler(Recorder recorder, Runnable refresh) {
        super(null, null, "perf-agent-sampler", 0, false);
        this.recorder = recorder;
        this.refresh = refresh;
        setDaemon(true);
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        try {
            sleep(FIRST_MILLIS);
            for (int period = 0; ; period++) {
                recorder.sampleHeap();
                if (period % PERIODS_A_REFRESH == 0) {
                    refresh.run();
                }
                sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException stopped) {
            interrupt(); // nobody but the JVM's end stops it; leaving is all there is to do
        }
    }
}
