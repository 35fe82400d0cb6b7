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
    private volatile boolean planned;
    private volatile long overNanos;
    private volatile @Nullable WeavingTransformer transformer;

    Start(long millis, long nanos, Map<String, String> labels) {
        this.millis = millis;
        this.nanos = nanos;
        this.labels = labels;
    }

    /**
     * Classes are woven by that transformer from now on.
     *
     * @param fromPlan whether an earlier run left a plan
     */
    void weavingBy(WeavingTransformer weaving, boolean fromPlan) {
        planned = fromPlan;
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
    public boolean isWarm() {
        WeavingTransformer weaving = transformer;
        return planned && weaving != null && !weaving.hasWoven();
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
