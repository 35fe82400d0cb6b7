package dev.perfagent.history;

import java.io.IOException;
import java.io.Serial;

/** Text that is not one JSON object. */
public final class MalformedJsonException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}
