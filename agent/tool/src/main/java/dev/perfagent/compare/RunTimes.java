package dev.perfagent.compare;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Phase;
import dev.perfagent.statistics.Sample;
import dev.perfagent.threshold.RecentTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one run that may be compared.
 *
 * @param totalMs of the command, in ms
 * @param phases in ms, by name; only those that were entered
 * @param use what else it used, as far as it is known
 */
public record RunTimes(
        String id, Instant start, double totalMs, Map<String, Double> phases, Map<ResourceMeasure, Double> use) {
    static final Comparator<RunTimes> OLDEST_FIRST =
            Comparator.comparing(RunTimes::start).thenComparing(RunTimes::id);

    public RunTimes {
        phases = Map.copyOf(phases);
        use = Map.copyOf(use);
    }

    /** Which part of the time it waited for a CPU, 0 to 1; null when that is not known. */
    public @Nullable Double machineShare() {
        Double active = use.get(ResourceMeasure.ACTIVE_TIME);
        return active == null || totalMs <= 0 ? null : (Double) RecentTimes.waitShare(totalMs, active);
    }

    /** {@link #machineShare} by the median; null when no run knows it. */
    public static @Nullable Double medianShare(Collection<RunTimes> runs) {
        return median(runs, RunTimes::machineShare);
    }

    /** CPU time of all threads in ms, by the median; null when no run knows it. */
    public static @Nullable Double medianCpuMs(Collection<RunTimes> runs) {
        return median(runs, run -> run.use().get(ResourceMeasure.CPU));
    }

    private static @Nullable Double median(Collection<RunTimes> runs, Function<RunTimes, @Nullable Double> figure) {
        List<Double> known = new ArrayList<>();
        for (RunTimes run : runs) {
            Double value = figure.apply(run);
            if (value != null) {
                known.add(value);
            }
        }
        return known.isEmpty() ? null : (Double) Sample.of(known).median();
    }

    static RunTimes of(StoredRun run) {
        Map<String, Double> phases = new LinkedHashMap<>();
        for (Phase phase : run.duration().phases()) {
            if (Double.isFinite(phase.ms())) {
                phases.put(phase.name(), phase.ms());
            }
        }
        Map<ResourceMeasure, Double> uses = new EnumMap<>(ResourceMeasure.class);
        for (ResourceMeasure use : ResourceMeasure.values()) {
            Double value = use.of(run);
            if (value != null) {
                uses.put(use, value);
            }
        }
        return new RunTimes(run.id(), run.start(), run.totalMs(), phases, uses);
    }
}
