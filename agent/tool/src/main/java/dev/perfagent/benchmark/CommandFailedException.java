package dev.perfagent.benchmark;

import java.io.IOException;
import java.io.Serial;

/** A command of a benchmark ended with another exit code than 0; the message says which. */
public final class CommandFailedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    CommandFailedException(String message) {
        super(message);
    }
}
