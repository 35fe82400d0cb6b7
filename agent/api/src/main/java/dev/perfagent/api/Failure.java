package dev.perfagent.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How measured work failed. The exception itself is not kept, because it may hold on to any amount of memory.
 *
 * @param type the name of the exception's class
 * @param message its message
 */
public record Failure(String type, Optional<String> message) {
    static Failure of(Throwable thrown) {
        return new Failure(thrown.getClass().getName(), Optional.ofNullable(Scalars.text(message(thrown))));
    }

    /** An exception of the application's own may fail when it is asked. */
    private static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | LinkageError | StackOverflowError unreadable) {
            return null;
        }
    }
}
