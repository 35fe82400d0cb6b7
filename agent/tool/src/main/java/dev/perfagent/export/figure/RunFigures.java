package dev.perfagent.export.figure;

import dev.perfagent.export.figure.RunFigure.Kind;
import dev.perfagent.export.figure.RunFigure.Unit;
import dev.perfagent.history.AlertField;
import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.RateLimit;
import dev.perfagent.run.ResourceUsage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is passed on of each run. What a run does not know is left out. */
public final class RunFigures {
    private static final double BYTES_PER_MB = 1024.0 * 1024;

    private final BoundedLabels bounds = new BoundedLabels();

    /** Of one run; the command's own first, which are always there. */
    public List<FigureGroup> of(StoredRun run) {
        List<FigureGroup> groups = new ArrayList<>();
        Map<String, String> who = new LinkedHashMap<>();
        who(run).forEach((label, value) -> who.put(label, bounds.of(label, value)));
        add(groups, "command", who, command(run));
        for (Phase phase : run.duration().phases()) {
            Group figures = new Group();
            figures.add("duration", Unit.MILLISECONDS, Kind.VALUE, phase.ms());
            add(groups, "phase", with(who, "phase", phase.name()), figures);
        }
        GitHubApi api = run.gitHubApi();
        if (api != null) {
            for (Endpoint endpoint : api.endpoints()) {
                Group figures = new Group();
                figures.add("requests", Unit.COUNT, Kind.SUM, endpoint.count());
                figures.add("duration", Unit.MILLISECONDS, Kind.SUM, endpoint.ms());
                add(groups, "api_endpoint", with(who, "endpoint", endpoint.endpoint()), figures);
            }
            for (RateLimit limit : api.resources()) {
                Group figures = new Group();
                figures.add("limit", Unit.COUNT, Kind.STATE, limit.limit());
                figures.add("remaining", Unit.COUNT, Kind.STATE, limit.remaining());
                figures.add("consumed", Unit.COUNT, Kind.SUM, limit.consumed());
                add(groups, "rate_limit", with(who, "resource", limit.resource()), figures);
            }
        }
        alerts(run).forEach((type, count) -> {
            Group figures = new Group();
            figures.add("alerts", Unit.COUNT, Kind.SUM, count);
            add(groups, "alert", with(who, "type", type), figures);
        });
        return groups;
    }

    /** Who a run is of, as it was recorded: labels that are not bounded yet. What is not known is left out. */
    public static Map<String, String> who(StoredRun run) {
        Map<String, String> who = new LinkedHashMap<>();
        Outcome outcome = run.outcome();
        put(who, "application", run.application());
        put(who, "command", run.command());
        put(who, "version", run.applicationVersion());
        put(who, "outcome", outcome == null ? null : outcome.text());
        put(who, "host", run.environment().text(EnvironmentField.HOST));
        return who;
    }

    private static void put(Map<String, String> who, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            who.put(label, value);
        }
    }

    private Map<String, String> with(Map<String, String> who, String label, String value) {
        Map<String, String> labels = new LinkedHashMap<>(who);
        if (!value.isBlank()) {
            labels.put(label, bounds.of(label, value));
        }
        return labels;
    }

    private static Group command(StoredRun run) {
        Group figures = new Group();
        ResourceUsage usage = run.resourceUsage();
        figures.add("runs", Unit.COUNT, Kind.SUM, 1);
        figures.add("duration", Unit.MILLISECONDS, Kind.VALUE, run.totalMs());
        figures.add(
                "process_duration",
                Unit.MILLISECONDS,
                Kind.VALUE,
                run.duration().processMs());
        figures.add("jvm_startup", Unit.MILLISECONDS, Kind.VALUE, run.duration().jvmStartupMs());
        figures.add("cpu_time", Unit.MILLISECONDS, Kind.VALUE, usage.cpuTimeMs());
        figures.add(
                "cpu_wait", Unit.MILLISECONDS, Kind.VALUE, usage.contention().cpuWaitMs());
        figures.add("gc_time", Unit.MILLISECONDS, Kind.VALUE, usage.gcMs());
        figures.add("heap_peak", Unit.BYTES, Kind.VALUE, bytes(usage.peakMemoryMb()));
        figures.add("rss_peak", Unit.BYTES, Kind.VALUE, bytes(usage.peakRssMb()));
        figures.add("allocated", Unit.BYTES, Kind.VALUE, usage.allocatedBytes());
        GitHubApi api = run.gitHubApi();
        figures.add("api_requests", Unit.COUNT, Kind.SUM, api == null ? null : (Long) api.requestsMade());
        figures.add("api_errors", Unit.COUNT, Kind.SUM, api == null ? null : (Long) api.errors());
        caches(run.caches(), figures);
        return figures;
    }

    private static void caches(@Nullable List<Cache> caches, Group figures) {
        long hits = 0;
        long misses = 0;
        boolean known = false;
        for (Cache cache : caches == null ? List.<Cache>of() : caches) {
            Long hit = cache.hits();
            Long missed = cache.misses();
            if (hit != null && missed != null) {
                hits += hit;
                misses += missed;
                known = true;
            }
        }
        figures.add("cache_hits", Unit.COUNT, Kind.SUM, known ? (Long) hits : null);
        figures.add("cache_misses", Unit.COUNT, Kind.SUM, known ? (Long) misses : null);
    }

    private static Map<String, Long> alerts(StoredRun run) {
        Map<String, Long> counts = new LinkedHashMap<>();
        run.alerts().forEach(alert -> counts.merge(alert.text(AlertField.TYPE, "other"), 1L, Long::sum));
        return counts;
    }

    private static @Nullable Double bytes(@Nullable Double mb) {
        return mb == null ? null : (Double) (mb * BYTES_PER_MB);
    }

    private static void add(List<FigureGroup> groups, String thing, Map<String, String> labels, Group figures) {
        if (!figures.known.isEmpty()) {
            groups.add(new FigureGroup(thing, labels, figures.known));
        }
    }

    /** What is known. */
    private static final class Group {
        private final List<RunFigure> known = new ArrayList<>();

        void add(String name, Unit unit, Kind kind, @Nullable Number value) {
            if (value != null && Double.isFinite(value.doubleValue())) {
                known.add(new RunFigure(name, unit, kind, value.doubleValue()));
            }
        }
    }
}
