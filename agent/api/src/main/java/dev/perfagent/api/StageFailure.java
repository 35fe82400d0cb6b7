package dev.perfagent.api;

import java.util.concurrent.CompletionException;

/** Why a stage failed, without the wrapping of the JDK. */
final class StageFailure {
    private StageFailure() {}

    static Throwable cause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof CompletionException && cause != null ? cause : thrown;
    }
}
