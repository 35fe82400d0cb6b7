package com.example.ghpm;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.HttpException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a line that helps. */
final class Failures implements IExecutionExceptionHandler {
    private static final int MOST_CAUSES = 10;

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parseResult) {
        commandLine.getErr().println("ghpm: " + message(failure));
        return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }

    static String message(Exception failure) {
        HttpException http = cause(failure, HttpException.class);
        if (cause(failure, GhpmException.class) != null) {
            return String.valueOf(failure.getMessage());
        }
        if (unreachable(failure)) {
            return "cannot reach " + (http == null ? "the server" : http.getUrl())
                    + ": check --endpoint and the network";
        }
        if (http != null && http.getResponseCode() > 0) {
            return http(http);
        }
        FileNotFoundException missing = cause(failure, FileNotFoundException.class);
        if (missing != null) {
            return "not found, or not yours to see (HTTP 404): " + firstWord(String.valueOf(missing.getMessage()));
        }
        IOException io = cause(failure, IOException.class);
        return io == null ? "internal error: " + failure : "input or output failed: " + io.getMessage();
    }

    private static String http(HttpException failure) {
        String where = failure.getUrl();
        return switch (failure.getResponseCode()) {
            case 401 -> "the server does not accept the token (HTTP 401): check GITHUB_TOKEN";
            case 403 ->
                String.valueOf(failure.getMessage()).contains("rate limit")
                        ? "the API rate limit is used up (HTTP 403): try again when it has been reset"
                        : "the token may not do this (HTTP 403): " + where;
            default -> "the server answered HTTP " + failure.getResponseCode() + ": " + where;
        };
    }

    private static boolean unreachable(Exception failure) {
        return cause(failure, ConnectException.class) != null
                || cause(failure, UnknownHostException.class) != null
                || cause(failure, UnresolvedAddressException.class) != null
                || cause(failure, HttpTimeoutException.class) != null;
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        Throwable current = failure;
        for (int i = 0; i < MOST_CAUSES && current != null; i++) {
            if (type.isInstance(current)) {
                return type.cast(current);
            }
            current = current.getCause();
        }
        return null;
    }
}
