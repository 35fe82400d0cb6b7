package dev.perfagent.baseline;

import java.io.Serial;

/** A file that is left alone, because editing it is a risk. The message says why, in one sentence without a full stop. */
public final class UneditableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public UneditableException(String message) {
        super(message);
    }
}
