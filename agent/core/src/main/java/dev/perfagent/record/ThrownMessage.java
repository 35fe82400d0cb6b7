package dev.perfagent.record;

import dev.perfagent.machine.Redaction;
import org.jspecify.annotations.Nullable;

/** The message of an exception. Where the application has a {@code getMessage} of its own, it is asked on a thread of ours. */
final class ThrownMessage extends BoundedCall<String> {
    private final Throwable thrown;

    private ThrownMessage(Throwable thrown) {
        this.thrown = thrown;
    }

    /** Redacted; null when there is none, or it cannot be had. */
    static @Nullable String of(Throwable thrown) {
        try {
            String message = isPlain(thrown) ? thrown.getMessage() : new ThrownMessage(thrown).answer();
            return message == null ? null : Redaction.ofThisProcess().apply(message);
        } catch (Throwable broken) { // a full heap, for example
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

    @Override
    public @Nullable String ask() {
        return thrown.getMessage();
    }
}
