package dev.perfagent.export.otlp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids of a run's trace: those that the run was given by {@code TRACEPARENT}, else of its own id, so that a run that is sent
 * again is the same trace.
 *
 * @param trace 32 hexadecimal digits
 * @param parent 16 hexadecimal digits; empty for none
 */
record SpanIds(String trace, String parent) {
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");

    static SpanIds of(String runId, @Nullable String traceparent) {
        Matcher given = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return given.matches()
                ? new SpanIds(given.group(1), given.group(2))
                : new SpanIds(hash("trace " + runId).substring(0, TRACE_DIGITS), "");
    }

    /** The id of one of its spans. */
    static String span(String runId, String name) {
        return hash("span " + runId + " " + name).substring(0, SPAN_DIGITS);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
