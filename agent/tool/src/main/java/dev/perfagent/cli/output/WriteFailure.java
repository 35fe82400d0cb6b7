package dev.perfagent.cli.output;

import java.io.IOException;
import java.io.Serial;

/** Standard output cannot be written to; ends the command wherever it is. */
public final class WriteFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean readerLeft;

    WriteFailure(IOException cause) {
        super(cause.getMessage(), cause);
        String message = String.valueOf(cause.getMessage());
        // The texts of Linux and macOS, and of Windows.
        readerLeft = message.contains("Broken pipe")
                || message.contains("pipe is being closed")
                || message.contains("pipe has been ended");
    }

    /** Whether the reader has seen enough, as {@code head} does; no failure then. */
    public boolean readerLeft() {
        return readerLeft;
    }
}
