package dev.perfagent.export.push;

import java.io.IOException;

/** A service did not take runs; the message says why, without keys. */
public final class PushException extends IOException {
    private static final long serialVersionUID = 1L;

    PushException(String message) {
        super(message);
    }
}
