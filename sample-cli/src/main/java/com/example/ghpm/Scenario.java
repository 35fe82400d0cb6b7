package com.example.ghpm;

import com.example.ghpm.demo.DemoSettings;
import com.example.ghpm.demo.Fault;
import java.time.Duration;
import java.util.Map;

/** What the demo shows: how its server behaves, and how the program is sized. */
@SuppressWarnings("ImmutableEnumChecker") // Records of immutable values, without the annotation it asks for.
enum Scenario {
    CLEAN("clean", DemoSettings.fast(), Sizing.NORMAL),
    SLOW("slow", DemoSettings.fast().withLatency(Duration.ofMillis(200)), Sizing.NORMAL),
    MEMORY_HUNGRY("memory-hungry", DemoSettings.fast(), Sizing.NORMAL.withIndexWidth(480_000)),
    POOR_CACHE("poor-cache", DemoSettings.fast(), Sizing.NORMAL.withCacheCapacity(1)),
    NEAR_RATE_LIMIT("near-rate-limit", DemoSettings.fast().withQuota(DemoSettings.USER_LIMIT, 700), Sizing.NORMAL),
    RATE_LIMITED(
            "rate-limited",
            DemoSettings.fast().withFaults(Map.of(5, new Fault(403, 1), 10, new Fault(429, 1))),
            Sizing.NORMAL),
    EXHAUSTED("exhausted", DemoSettings.fast().withQuota(DemoSettings.USER_LIMIT, 6), Sizing.NORMAL);

    private final String label;
    private final DemoSettings server;
    private final Sizing sizing;

    /**
     * How much room the program gives itself.
     *
     * @param cacheCapacity field definitions to keep
     * @param indexWidth places in a vector of the word index
     */
    record Sizing(int cacheCapacity, int indexWidth) {
        static final Sizing NORMAL = new Sizing(500, 4096);

        Sizing withCacheCapacity(int capacity) {
            return new Sizing(capacity, indexWidth);
        }

        Sizing withIndexWidth(int width) {
            return new Sizing(cacheCapacity, width);
        }
    }

    Scenario(String label, DemoSettings server, Sizing sizing) {
        this.label = label;
        this.server = server;
        this.sizing = sizing;
    }

    DemoSettings server() {
        return server;
    }

    Sizing sizing() {
        return sizing;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return label;
    }
}
