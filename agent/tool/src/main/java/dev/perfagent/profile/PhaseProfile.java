package dev.perfagent.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was sampled in one phase. */
public final class PhaseProfile {
    private final TreeMap<String, Long> stacks = new TreeMap<>();
    private long samples;
    private long cpuSamples;
    private long wallNanos;
    private long allocatedBytes;
    private long lockNanos;
    private long gcNanos;
    private long jitNanos;
    private long classes;
    private @Nullable Double cpuMs;

    PhaseProfile() {}

    /** A method and what part of the phase's samples it has. */
    public record HotMethod(String method, double share) {}

    void stack(String collapsed, long weight) {
        stacks.merge(collapsed, weight, Long::sum);
        samples++;
    }

    void cpu() {
        cpuSamples++;
    }

    void recordedCpu(@Nullable Double ms) {
        cpuMs = ms;
    }

    void wall(long nanos) {
        wallNanos += nanos;
    }

    void allocated(long bytes) {
        allocatedBytes += bytes;
    }

    void locked(long nanos) {
        lockNanos += nanos;
    }

    void collected(long nanos) {
        gcNanos += nanos;
    }

    void compiled(long nanos) {
        jitNanos += nanos;
    }

    void classLoaded() {
        classes++;
    }

    /** By stack, outermost method first, divided by semicolons: how much of the event it has. */
    public Map<String, Long> stacks() {
        return stacks;
    }

    /** Of the event for which stacks were gathered. */
    public long samples() {
        return samples;
    }

    public long cpuSamples() {
        return cpuSamples;
    }

    /** CPU time that the agent recorded, with the phases inside this one; null if it is not known. */
    public @Nullable Double cpuMs() {
        return cpuMs;
    }

    public long wallNanos() {
        return wallNanos;
    }

    public long allocatedBytes() {
        return allocatedBytes;
    }

    public long lockNanos() {
        return lockNanos;
    }

    public long gcNanos() {
        return gcNanos;
    }

    public long jitNanos() {
        return jitNanos;
    }

    /** Classes that its threads loaded. */
    public long classes() {
        return classes;
    }

    /** The methods outside the JDK that take most, with all that they call in the JDK; the largest first. */
    public List<HotMethod> hotMethods() {
        return shares().entrySet().stream()
                .map(method -> new HotMethod(method.getKey(), method.getValue()))
                .sorted(Comparator.comparingDouble(HotMethod::share).reversed().thenComparing(HotMethod::method))
                .toList();
    }

    /** By method outside the JDK, its part of the phase. */
    public Map<String, Double> shares() {
        return OwnMethods.shares(stacks);
    }
}
