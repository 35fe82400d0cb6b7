package dev.perfagent.record;

import dev.perfagent.github.Answer;
import dev.perfagent.github.GraphQlName;
import dev.perfagent.github.HeaderNumber;
import dev.perfagent.github.HeaderSource;
import dev.perfagent.github.RateLimitHeaders;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as a client's probe saw it.
 *
 * @param status null when there was no answer
 * @param failed whether it ended with an exception instead of an answer
 * @param headers of the answer; null when there was none
 * @param authenticated whether the request carried an Authorization header; null when that cannot be seen
 * @param operation the name of a GraphQL request; null for another, and when it cannot be seen
 * @param text the start of the answer's body, where it may report a limit; null when it does not matter or cannot be seen
 * @param bytesSent size of the request's body; null when the client does not say
 * @param bytesRead size of the answer's body as the client has it in memory; null when it has not
 */
public record HttpCall(
        String method,
        URI uri,
        long nanos,
        @Nullable Integer status,
        boolean failed,
        @Nullable HeaderSource headers,
        @Nullable Boolean authenticated,
        @Nullable String operation,
        @Nullable String text,
        @Nullable Long bytesSent,
        @Nullable Long bytesRead) {
    /** A call of which no body is known. */
    public HttpCall(
            String method,
            URI uri,
            long nanos,
            @Nullable Integer status,
            boolean failed,
            @Nullable HeaderSource headers,
            @Nullable Boolean authenticated) {
        this(method, uri, nanos, status, failed, headers, authenticated, null, null, null, null);
    }

    /** The first value of a header of the answer; null when it has none. */
    @Nullable
    String header(String lowerCaseName) {
        return headers == null ? null : headers.first(lowerCaseName);
    }

    /**
     * Whether it asks for something and changes nothing.
     *
     * @param isGraphQl whether it is one of GraphQL: others may have a body that looks like one
     */
    boolean isRead(boolean isGraphQl) {
        return operation == null || !isGraphQl
                ? method.equals("GET") || method.equals("HEAD")
                : !GraphQlName.isMutation(operation);
    }

    /** What the answer means for the quota, by all that is known of it. */
    public Answer answer(@Nullable Long remaining) {
        boolean asksToWait = isError() && headers != null && RateLimitHeaders.asksToWait(headers);
        return Answer.of(status == null ? 0 : status, remaining, asksToWait, text);
    }

    /**
     * Size of the answer's body, by what is known of it; null when nothing is.
     *
     * @param announced see {@link #bytes}
     */
    @Nullable
    Long bytesReceived(@Nullable Long announced) {
        if (status == null) {
            return null;
        }
        if (method.equals("HEAD") || status == 304 || status == 204) {
            return 0L;
        }
        return announced == null ? bytesRead : announced;
    }

    /** Body bytes as {@code Content-Length} says; null when it does not. */
    @Nullable
    public Long bytes() {
        return headers == null || status != null && status == 304
                ? null
                : HeaderNumber.whole(headers.first("content-length"));
    }

    /** The host that was asked, also one whose name has a {@code _}, which {@link URI} does not take for one; null for none. */
    public @Nullable String host() {
        String host = uri.getHost();
        String authority = host == null ? uri.getRawAuthority() : null;
        if (authority == null) {
            return host;
        }
        int from = authority.lastIndexOf('@') + 1;
        int to = authority.indexOf(':', from);
        String name = authority.substring(from, to < 0 ? authority.length() : to);
        return isName(name) ? name : null;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!isLetter && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    public boolean isError() {
        return failed || (status != null && status >= 400);
    }
}
