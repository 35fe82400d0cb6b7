package dev.perfagent.baseline;

import java.io.Serial;

/** A file that is left alone, for it cannot be edited without a risk; the message says why, in one sentence without an end. */
public final class UneditableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public UneditableException(String message) {
        super(message);
    }
}
