package dev.perfagent.cli.view.monitor;

import dev.perfagent.monitor.MachineFigure;
import dev.perfagent.monitor.MachineSpan;
import dev.perfagent.monitor.WatchedRuns;
import dev.perfagent.statistics.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for programs: performance-report.json. */
public record MonitorReportJson(
        int schema,
        String session,
        Instant from,
        Instant to,
        long samples,
        Performance performance,
        Map<String, Resource> resources,
        List<String> topPrograms,
        List<Minute> badMinutes,
        List<WatchedRuns.Affected> affectedRuns,
        Map<String, Long> alerts) {
    private static final int SCHEMA = 1;

    public static MonitorReportJson of(MonitorReport report) {
        return new MonitorReportJson(
                SCHEMA,
                report.status().session(),
                report.status().started(),
                report.end(),
                report.span().samples().size(),
                Performance.of(report.runs()),
                resources(report.span()),
                List.copyOf(report.span().top()),
                report.minutes().stream()
                        .map(minute -> new Minute(minute.start(), minute.reasons()))
                        .toList(),
                report.runs().affected(),
                report.alerts());
    }

    private static Map<String, Resource> resources(MachineSpan span) {
        Map<String, Resource> all = new LinkedHashMap<>();
        for (MachineFigure figure : MachineFigure.values()) {
            String band =
                    switch (figure) {
                        case MEMORY_USED_MB -> ResourceRating.memory(ResourceRating.memoryPercent(span));
                        case CPU_PERCENT -> ResourceRating.cpu(span.mean(MachineFigure.CPU_PERCENT));
                        case DISK_FREE_MB -> ResourceRating.disk(ResourceRating.diskPercent(span));
                        default -> null;
                    };
            if (span.max(figure) != null) {
                all.put(figure.key(), new Resource(span.mean(figure), span.min(figure), span.max(figure), band));
            }
        }
        return all;
    }

    record Resource(
            @Nullable Double average,
            @Nullable Double min,
            @Nullable Double peak,
            @Nullable String band) {}

    record Minute(Instant start, List<String> reasons) {}

    record Performance(
            long runs,
            double totalMs,
            double totalOfRunsWithTargetMs,
            @Nullable Double targetMs,
            @Nullable Double score,
            @Nullable String rating,
            List<PhaseVariance> phases) {
        static Performance of(WatchedRuns runs) {
            List<PhaseVariance> phases = new ArrayList<>();
            runs.phases().forEach((name, times) -> phases.add(PhaseVariance.of(name, Sample.of(times))));
            return new Performance(
                    runs.runs(),
                    runs.totalMs(),
                    runs.timedMs(),
                    runs.targetMs(),
                    runs.score(),
                    ResourceRating.score(runs.score()),
                    phases);
        }
    }

    record PhaseVariance(String phase, int count, double averageMs, double minMs, double maxMs, double stdDeviationMs) {
        static PhaseVariance of(String name, Sample times) {
            return new PhaseVariance(
                    name, times.size(), times.mean(), times.min(), times.max(), times.standardDeviation());
        }
    }
}
