package dev.perfagent.export.prometheus;

import dev.perfagent.export.figure.BoundedLabels;
import dev.perfagent.history.AlertField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.RateLimit;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs, added up for Prometheus: counters over all of them, gauges of the newest of each command. */
public final class PrometheusMetrics {
    /** What all names begin with if the user does not want another beginning. */
    public static final String PREFIX = "perf_agent_";

    /** The header of a page that is served to Prometheus. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final String APPLICATION = "application";
    private static final String COMMAND = "command";
    private static final double MS_PER_SECOND = 1000;
    private static final double BYTES_PER_MB = 1024.0 * 1024;

    private final BoundedLabels bounds = new BoundedLabels();
    private final Map<Labels, DurationHistogram> durations = new TreeMap<>();
    private final Series phases = Series.counter("phase_duration_seconds", "Time in a phase.");
    private final Series requests = Series.counter("api_requests", "Requests to the GitHub API by endpoint.");
    private final Series hits = Series.counter("cache_hits", "Look-ups that a cache answered.");
    private final Series misses = Series.counter("cache_misses", "Look-ups that no cache answered.");
    private final Series alerts = Series.counter("alerts", "Alerts of runs.");
    private final Series heap = Series.gauge("heap_peak_bytes", "Most heap in use, of the newest run.");
    private final Series newest = Series.gauge("last_run_timestamp_seconds", "When the newest run began.");
    private final Series limit = Series.gauge("api_rate_limit", "Rate limit, as the newest run saw it.");
    private final Series remaining =
            Series.gauge("api_rate_limit_remaining", "What was left of the rate limit, as the newest run saw it.");
    private final Series reset =
            Series.gauge("api_rate_limit_reset_timestamp_seconds", "When the rate limit is full again.");

    public void add(StoredRun run) {
        Labels command = Labels.of(
                APPLICATION, bounds.of(APPLICATION, run.application()), COMMAND, bounds.of(COMMAND, run.command()));
        Outcome outcome = run.outcome();
        if (run.totalMs() >= 0) {
            durations
                    .computeIfAbsent(
                            command.add("outcome", outcome == null ? "unknown" : outcome.text()),
                            ignored -> new DurationHistogram())
                    .add(run.totalMs() / MS_PER_SECOND);
        }
        for (Phase phase : run.duration().phases()) {
            phases.plus(command.add("phase", bounds.of("phase", phase.name())), phase.ms() / MS_PER_SECOND);
        }
        newest.newest(command, run.start(), run.start().toEpochMilli() / MS_PER_SECOND);
        Double peak = run.resourceUsage().peakMemoryMb();
        if (peak != null) {
            heap.newest(command, run.start(), peak * BYTES_PER_MB);
        }
        run.alerts()
                .forEach(alert -> alerts.plus(
                        command.merge(Labels.of(
                                "type",
                                bounds.of("type", alert.text(AlertField.TYPE, "other")),
                                "severity",
                                bounds.of("severity", alert.text(AlertField.SEVERITY, "unknown")))),
                        1));
        addCaches(run, command);
        if (run.gitHubApi() != null) {
            addApi(run.gitHubApi(), run.start(), command);
        }
    }

    private void addCaches(StoredRun run, Labels command) {
        for (Cache cache : run.caches() == null ? List.<Cache>of() : run.caches()) {
            Long hit = cache.hits();
            Long missed = cache.misses();
            if (hit != null && missed != null) {
                Labels labels = command.add("cache", bounds.of("cache", cache.name()));
                hits.plus(labels, hit);
                misses.plus(labels, missed);
            }
        }
    }

    private void addApi(GitHubApi api, Instant at, Labels command) {
        for (Endpoint endpoint : api.endpoints()) {
            requests.plus(
                    command.add("endpoint", bounds.of("endpoint", endpoint.endpoint())), (double) endpoint.count());
        }
        for (RateLimit resource : api.resources()) {
            Labels labels = Labels.of("resource", bounds.of("resource", resource.resource()));
            if (resource.limit() != null) {
                limit.newest(labels, at, resource.limit());
            }
            if (resource.remaining() != null) {
                remaining.newest(labels, at, resource.remaining());
            }
            if (resource.resetEpochSeconds() != null) {
                reset.newest(labels, at, resource.resetEpochSeconds());
            }
        }
    }

    /**
     * Writes all of it.
     *
     * @param prefix of all names, a valid beginning of a metric's name
     * @param openMetrics as OpenMetrics, else in the text format that node_exporter and Pushgateway read too
     */
    public void write(String prefix, boolean openMetrics, OutputStream out) throws IOException {
        ExpositionFormatWriter writer =
                openMetrics ? OpenMetricsTextFormatWriter.create() : PrometheusTextFormatWriter.create();
        writer.write(out, snapshots(prefix));
    }

    private MetricSnapshots snapshots(String prefix) {
        List<MetricSnapshot> all = new ArrayList<>();
        if (!durations.isEmpty()) {
            HistogramSnapshot.Builder histogram = HistogramSnapshot.builder()
                    .name(prefix + "command_duration_seconds")
                    .unit(Unit.SECONDS)
                    .help("How long commands took.");
            durations.forEach((labels, durationsOf) -> histogram.dataPoint(durationsOf.snapshot(labels)));
            all.add(histogram.build());
        }
        for (Series series : List.of(phases, requests, hits, misses, alerts, heap, newest, limit, remaining, reset)) {
            if (!series.isEmpty()) {
                all.add(series.snapshot(prefix));
            }
        }
        return new MetricSnapshots(all);
    }
}
