package dev.perfagent.report;

import dev.perfagent.analysis.MachineUse;
import dev.perfagent.analysis.Timing;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.Counts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command.
 *
 * @param fingerprints by machine, the one with the most timed runs first
 * @param versions of timed runs, in the order in which they appeared
 * @param timing of all timed runs, whatever their machine; null when there are none
 * @param score null without a budget or timed runs
 * @param trend null without timed runs
 * @param memory null without timed runs
 * @param machine null without timed runs
 * @param api null when no timed run asked anything
 * @param caches null when there was no look-up
 * @param alerts how many runs had an alert of each type, the most frequent first
 */
public record CommandReport(
        CommandName name,
        Counts counts,
        List<FingerprintReport> fingerprints,
        List<VersionReport> versions,
        @Nullable Timing timing,
        @Nullable Score score,
        @Nullable CommandTrend trend,
        @Nullable MemoryUse memory,
        @Nullable MachineUse machine,
        @Nullable ApiUse api,
        @Nullable CacheUse caches,
        Map<String, Long> alerts) {
    public CommandReport {
        fingerprints = List.copyOf(fingerprints);
        versions = List.copyOf(versions);
        alerts = Collections.unmodifiableMap(new LinkedHashMap<>(alerts));
    }

    /** Whether figures are of runs on several kinds of machine. */
    public boolean isPooled() {
        return timedMachines() > 1;
    }

    /** On how many kinds of machine there are timed runs. */
    public long timedMachines() {
        return fingerprints.stream().filter(one -> one.timing() != null).count();
    }

    /** Of all types. */
    public long alertCount() {
        return alerts.values().stream().mapToLong(Long::longValue).sum();
    }
}
