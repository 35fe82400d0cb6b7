package dev.perfagent.record;

import dev.perfagent.github.HeaderSource;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as a client's probe saw it.
 *
 * @param status null when there was no answer
 * @param failed whether it ended with an exception instead of an answer
 * @param headers of the answer; null when there was none
 * @param authenticated whether the request carried an Authorization header; null when that cannot be seen
 */
public record HttpCall(
        String method,
        URI uri,
        long nanos,
        @Nullable Integer status,
        boolean failed,
        @Nullable HeaderSource headers,
        @Nullable Boolean authenticated) {

    /** Body bytes as {@code Content-Length} says; null when it does not. */
    @Nullable
    public Long bytes() {
        String length = headers == null ? null : headers.first("content-length");
        if (length == null || status != null && status == 304) {
            return null;
        }
        try {
            return Long.parseLong(length.trim());
        } catch (NumberFormatException malformed) {
            return null;
        }
    }

    public boolean isError() {
        return failed || (status != null && status >= 400);
    }
}
