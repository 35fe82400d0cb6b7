package dev.perfagent.compare;

import java.io.Serial;

/** A selector that means nothing, or more than one thing; the message says what it could be. */
public final class SelectorException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public SelectorException(String message) {
        super(message);
    }
}
