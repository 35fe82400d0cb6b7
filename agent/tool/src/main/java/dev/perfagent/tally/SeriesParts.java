package dev.perfagent.tally;

import dev.perfagent.run.Contention;
import dev.perfagent.statistics.Sample;
import dev.perfagent.threshold.RecentTimes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the times of a series were made up of, in arrays beside those of its times; NaN for what is not known. */
final class SeriesParts {
    /** With fewer runs nobody knows what is usual. */
    private static final int LEAST_RUNS = 5;

    /** Of a series with this part of busy runs, times say nothing as they are. */
    private static final double BUSY_RUNS = 0.1;

    /** Times with the machine's part cannot be compared with times without it, so nearly all have to be without. */
    private static final double KNOWN_RUNS = 0.95;

    private float[] waitMs = new float[0];
    private float[] threadMs = new float[0];
    private float[] jvmMs = new float[0];
    private float[] gaugeMs = new float[0];
    private float[] lookUs = new float[0];
    private int[] gaugeKind = new int[0];

    void set(int index, Contention contention) {
        waitMs[index] = (float) RecentTimes.known(contention.cpuWaitMs());
        threadMs[index] = (float) RecentTimes.known(contention.threadCpuMs());
        jvmMs[index] = (float) RecentTimes.known(contention.jvmCpuMs());
        gaugeMs[index] = (float) RecentTimes.known(contention.gaugeMs());
        lookUs[index] = (float) RecentTimes.known(contention.lookUs());
        String id = contention.gaugeId();
        gaugeKind[index] = id == null ? 0 : id.hashCode();
    }

    void copy(SeriesParts other, int from, int to) {
        waitMs[to] = other.waitMs[from];
        threadMs[to] = other.threadMs[from];
        jvmMs[to] = other.jvmMs[from];
        gaugeMs[to] = other.gaugeMs[from];
        lookUs[to] = other.lookUs[from];
        gaugeKind[to] = other.gaugeKind[from];
    }

    void reserve(int capacity) {
        waitMs = Arrays.copyOf(waitMs, capacity);
        threadMs = Arrays.copyOf(threadMs, capacity);
        jvmMs = Arrays.copyOf(jvmMs, capacity);
        gaugeMs = Arrays.copyOf(gaugeMs, capacity);
        lookUs = Arrays.copyOf(lookUs, capacity);
        gaugeKind = Arrays.copyOf(gaugeKind, capacity);
    }

    /** Whether the machine had so much to do with these times that they say little as they are, and its part is known. */
    boolean areBusy(double[] totalMs) {
        int known = 0;
        int busy = 0;
        for (int i = 0; i < totalMs.length; i++) {
            if (isKnown(i)) {
                known++;
                busy += waitMs[i] >= RecentTimes.BUSY * totalMs[i] ? 1 : 0;
            }
        }
        return known >= KNOWN_RUNS * totalMs.length && busy >= BUSY_RUNS * totalMs.length && busy > 0;
    }

    private boolean isKnown(int run) {
        return waitMs[run] >= 0 && threadMs[run] >= 0;
    }

    /** The times without the machine's part, all at the same speed of the CPU. */
    double[] withoutMachine(double[] totalMs) {
        double usualJvm = usual(Arrays.copyOf(jvmMs, totalMs.length));
        Map<Integer, Double> usualGauges = usualOfKind(gaugeMs, totalMs.length);
        Map<Integer, Double> usualLooks = usualOfKind(lookUs, totalMs.length);
        double[] times = totalMs.clone();
        for (int i = 0; i < times.length; i++) {
            if (isKnown(i)) {
                double active = RecentTimes.activeMs(totalMs[i], waitMs[i], threadMs[i]);
                double usualGauge = usualGauges.getOrDefault(gaugeKind[i], Double.NaN);
                double usualLook = usualLooks.getOrDefault(gaugeKind[i], Double.NaN);
                double at = RecentTimes.atUsualSpeed(
                        active, threadMs[i], jvmMs[i] / usualJvm, gaugeMs[i] / usualGauge, lookUs[i] / usualLook);
                times[i] = Double.isFinite(at) ? at : active;
            }
        }
        return times;
    }

    /** Each kind is other work, after an update of the agent for instance. */
    private Map<Integer, Double> usualOfKind(float[] ofRuns, int size) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < size; i++) {
            counts.merge(gaugeKind[i], 1, Integer::sum);
        }
        Map<Integer, Double> usual = new HashMap<>();
        counts.forEach((kind, count) -> {
            float[] values = new float[count];
            int next = 0;
            for (int i = 0; i < size; i++) {
                if (gaugeKind[i] == kind) {
                    values[next++] = ofRuns[i];
                }
            }
            usual.put(kind, usual(values));
        });
        return usual;
    }

    /** The median of what is known; NaN of too few. */
    private static double usual(float[] values) {
        double[] known = new double[values.length];
        int count = 0;
        for (float value : values) {
            if (value > 0 && Float.isFinite(value)) {
                known[count++] = value;
            }
        }
        return count < LEAST_RUNS
                ? Double.NaN
                : Sample.of(Arrays.copyOf(known, count)).median();
    }
}
