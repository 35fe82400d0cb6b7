package dev.perfagent.benchmark;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.Phase;
import dev.perfagent.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the agent recorded of the timed runs of a command: medians. What no run knows is null.
 *
 * @param runs how many timed runs have a record
 * @param commandMs the time of the command inside the JVM
 * @param cpuMs of all threads
 * @param cpuWaitMs in which the command's thread was ready and had no CPU
 * @param requests over the network, to GitHub and elsewhere
 * @param phases the time in each phase
 */
public record AgentFigures(
        int runs,
        @Nullable Double commandMs,
        @Nullable Double cpuMs,
        @Nullable Double cpuWaitMs,
        @Nullable Double peakHeapMb,
        @Nullable Double allocatedMb,
        @Nullable Double gcMs,
        @Nullable Double classesLoaded,
        @Nullable Double requests,
        Map<String, Double> phases) {
    private static final double BYTES_A_MB = 1024 * 1024;

    /** Null when there is no record. */
    static @Nullable AgentFigures of(List<StoredRun> records) {
        if (records.isEmpty()) {
            return null;
        }
        Map<String, List<Double>> phases = new TreeMap<>();
        for (StoredRun run : records) {
            for (Phase phase : run.duration().phases()) {
                if (Double.isFinite(phase.ms())) {
                    phases.computeIfAbsent(phase.name(), first -> new ArrayList<>())
                            .add(phase.ms());
                }
            }
        }
        Map<String, Double> medians = new TreeMap<>();
        phases.forEach((name, times) -> medians.put(name, Sample.of(times).median()));
        return new AgentFigures(
                records.size(),
                median(records, StoredRun::totalMs),
                median(records, run -> run.resourceUsage().cpuTimeMs()),
                median(records, run -> run.resourceUsage().contention().cpuWaitMs()),
                median(records, run -> run.resourceUsage().peakMemoryMb()),
                median(records, run -> megabytes(run.resourceUsage().allocatedBytes())),
                median(records, run -> run.resourceUsage().gcMs()),
                median(records, run -> number(run.resourceUsage().classesLoaded())),
                median(records, AgentFigures::requests),
                medians);
    }

    private static @Nullable Double requests(StoredRun run) {
        List<HttpHost> hosts = run.http();
        return hosts == null
                ? null
                : (Double) (double) hosts.stream().mapToLong(HttpHost::requests).sum();
    }

    private static @Nullable Double megabytes(@Nullable Long bytes) {
        return bytes == null ? null : (Double) (bytes / BYTES_A_MB);
    }

    private static @Nullable Double number(@Nullable Number number) {
        return number == null ? null : (Double) number.doubleValue();
    }

    private static @Nullable Double median(List<StoredRun> records, Function<StoredRun, @Nullable Double> figure) {
        List<Double> known = new ArrayList<>();
        for (StoredRun run : records) {
            Double value = figure.apply(run);
            if (value != null && Double.isFinite(value)) {
                known.add(value);
            }
        }
        return known.isEmpty() ? null : (Double) Sample.of(known).median();
    }
}
