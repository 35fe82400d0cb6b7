package dev.perfagent.benchmark;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end that a user asks for with Ctrl-C. The command that runs is ended, and the JVM waits with its own end until what has
 * been measured is written.
 */
public final class Interruption implements AutoCloseable {
    /** Longer than writing results takes; whoever waits that long wants the end at any price. */
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "end-of-the-benchmark");
    private volatile boolean asked;
    private volatile @Nullable Process current;

    private Interruption() {}

    /** Begins to watch for it. */
    public static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the user asked for the end. */
    public boolean isAsked() {
        return asked;
    }

    void current(@Nullable Process process) {
        current = process;
        if (asked && process != null) {
            process.destroy();
        }
    }

    /** All is written: the JVM may end. */
    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // it is running
        }
    }

    private void end() {
        asked = true;
        Process process = current;
        if (process != null) {
            process.destroy();
        }
        try {
            if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && process != null) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
