package dev.perfagent.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;

/** Says what is wrong with a file: the message of such an exception is often no more than the path. */
public final class Problem {
    private Problem() {}

    /** The problem with its file named. */
    public static IOException with(Path file, IOException problem) {
        return new IOException("cannot read " + file + ": " + reason(problem), problem);
    }

    /** The problem with deleting a file, which is named. */
    public static IOException deleting(Path file, IOException problem) {
        return new IOException("cannot delete " + file + ": " + reason(problem), problem);
    }

    static String reason(Exception problem) {
        boolean wrapped = problem instanceof DirectoryIteratorException || problem instanceof UncheckedIOException;
        Throwable cause = wrapped && problem.getCause() != null ? problem.getCause() : problem;
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
