package dev.perfagent.record;

import dev.perfagent.machine.Machine;
import dev.perfagent.machine.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * The message of an exception. Where the application has a {@code getMessage} of its own, that may throw anything, wait or never
 * return: it is asked on a thread of ours, for a bounded time.
 */
final class ThrownMessage extends Thread {
    /** Nobody notices it once at the end of a run that failed. */
    private static final long MOST_MILLIS = 200;

    private final Throwable thrown;
    private volatile @Nullable String message;

    private ThrownMessage(Throwable thrown) {
        super(Machine.systemGroup(), null, "perf-agent-message", 0, false);
        this.thrown = thrown;
        setDaemon(true);
        setContextClassLoader(null);
    }

    /** Redacted; null when there is none, or it cannot be had. */
    static @Nullable String of(Throwable thrown) {
        try {
            String message = isPlain(thrown) ? thrown.getMessage() : asked(thrown);
            return message == null ? null : Redaction.ofThisProcess().apply(message);
        } catch (Throwable broken) { // a full heap, for one
            return null;
        }
    }

    private static boolean isPlain(Throwable thrown) {
        try {
            Class<?> declaring = thrown.getClass().getMethod("getMessage").getDeclaringClass();
            return declaring == Throwable.class || declaring == NullPointerException.class;
        } catch (Throwable unknown) { // a class of its signatures is missing
            return false;
        }
    }

    private static @Nullable String asked(Throwable thrown) {
        ThrownMessage question = new ThrownMessage(thrown);
        question.start();
        try {
            question.join(MOST_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        return question.message;
    }

    @Override
    public void run() {
        try {
            message = thrown.getMessage();
        } catch (Throwable broken) { // has no message then, and prints no stack trace of ours
            return;
        }
    }
}
