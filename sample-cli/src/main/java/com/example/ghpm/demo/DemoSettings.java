package com.example.ghpm.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the demo API behaves.
 *
 * @param port 0 for one that is free
 * @param latency how long each answer is held back
 * @param limit requests an hour for callers with a token
 * @param remaining how many of them are left when the server starts
 * @param faults answers to give instead of the real ones, by the number of the request, the first being 1
 * @param log where to write a line for each request, or null
 */
public record DemoSettings(
        int port,
        Duration latency,
        int limit,
        int remaining,
        Map<Integer, Fault> faults,
        @Nullable Path log) {

    /** What GitHub grants a user with a token. */
    public static final int USER_LIMIT = 5000;

    public DemoSettings {
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency below 0: " + latency);
        }
        if (limit < 1 || remaining < 0 || remaining > limit) {
            throw new IllegalArgumentException("remaining " + remaining + " of " + limit);
        }
        faults = Map.copyOf(faults);
    }

    /** A fast server with the whole quota left. */
    public static DemoSettings fast() {
        return new DemoSettings(0, Duration.ZERO, USER_LIMIT, USER_LIMIT, Map.of(), null);
    }

    public DemoSettings withPort(int newPort) {
        return new DemoSettings(newPort, latency, limit, remaining, faults, log);
    }

    public DemoSettings withLatency(Duration newLatency) {
        return new DemoSettings(port, newLatency, limit, remaining, faults, log);
    }

    public DemoSettings withQuota(int newLimit, int newRemaining) {
        return new DemoSettings(port, latency, newLimit, newRemaining, faults, log);
    }

    public DemoSettings withFaults(Map<Integer, Fault> newFaults) {
        return new DemoSettings(port, latency, limit, remaining, newFaults, log);
    }

    public DemoSettings withLog(@Nullable Path newLog) {
        return new DemoSettings(port, latency, limit, remaining, faults, newLog);
    }
}
