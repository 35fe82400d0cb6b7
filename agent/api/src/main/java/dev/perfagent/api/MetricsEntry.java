package dev.perfagent.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One measurement, as it is kept: without the value of the work. Immutable. */
public final class MetricsEntry {
    private final Operation operation;
    private final long startMillis;
    private final long nanos;
    private final @Nullable Failure failure;

    MetricsEntry(Operation operation, long startMillis, long nanos, @Nullable Failure failure) {
        this.operation = operation;
        this.startMillis = startMillis;
        this.nanos = nanos;
        this.failure = failure;
    }

    /** {@return the name of the operation} */
    public String name() {
        return operation.name();
    }

    /** {@return what it was about} */
    public Optional<String> target() {
        return operation.target();
    }

    /** {@return its label} */
    public Optional<String> label() {
        return operation.label();
    }

    /** {@return further values; see {@link Operation#metadata()}} */
    public Map<String, Object> metadata() {
        return operation.metadata();
    }

    /** {@return when it began, to the millisecond} */
    public Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    /** {@return when it ended: {@link #start()} and {@link #duration()}, even if somebody set the clock meanwhile} */
    public Instant end() {
        return start().plusNanos(nanos);
    }

    /** {@return how long it took} */
    public Duration duration() {
        return Duration.ofNanos(nanos);
    }

    long nanos() {
        return nanos;
    }

    /** {@return whether it ended without an exception} */
    public boolean success() {
        return failure == null;
    }

    /** {@return why it did not} */
    public Optional<Failure> error() {
        return Optional.ofNullable(failure);
    }

    @Override
    public String toString() {
        return operation + ": " + duration() + (failure == null ? "" : ", failed with " + failure.type());
    }
}
