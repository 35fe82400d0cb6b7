package dev.perfagent.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What measured work returned, and how long it took. Work that fails has none, because its exception is thrown on; its entry
 * is in the collector.
 *
 * @param value what the work returned; null when it returned null
 * @param entry what the collector keeps of it
 * @param <T> the type of the value
 */
public record Measurement<T extends @Nullable Object>(T value, MetricsEntry entry) {
    /** {@return how long the work took} */
    public Duration duration() {
        return entry.duration();
    }

    /** {@return when it began} */
    public Instant start() {
        return entry.start();
    }

    /** {@return when it ended} */
    public Instant end() {
        return entry.end();
    }

    /** {@return whether it ended without an exception} */
    public boolean success() {
        return entry.success();
    }

    /** {@return why it did not} */
    public Optional<Failure> error() {
        return entry.error();
    }

    /** {@return the label of the operation} */
    public Optional<String> label() {
        return entry.label();
    }

    /** {@return further values; see {@link Operation#metadata()}} */
    public Map<String, Object> metadata() {
        return entry.metadata();
    }
}
