package dev.perfagent.agent;

import dev.perfagent.record.StartFacts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the agent's own start went. */
final class Start implements StartFacts {
    private static final double NANOS_PER_MS = 1e6;

    private final long millis;
    private final long nanos;
    private final Map<String, String> labels;
    private volatile long overNanos;
    private volatile @Nullable WeavingTransformer transformer;

    Start(long millis, long nanos, Map<String, String> labels) {
        this.millis = millis;
        this.nanos = nanos;
        this.labels = labels;
    }

    void weavingBy(WeavingTransformer weaving) {
        transformer = weaving;
    }

    void over() {
        overNanos = System.nanoTime();
    }

    @Override
    public String agentVersion() {
        return AgentJar.version();
    }

    @Override
    public long premainMillis() {
        return millis;
    }

    @Override
    public double premainMs() {
        return ((overNanos == 0 ? System.nanoTime() : overNanos) - nanos) / NANOS_PER_MS;
    }

    @Override
    public double weaveMs() {
        WeavingTransformer weaving = transformer;
        return weaving == null ? 0 : weaving.weaveMs();
    }

    @Override
    public Map<String, String> labels() {
        return labels;
    }
}
