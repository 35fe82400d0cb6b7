package dev.perfagent.chart;

import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Phase;
import dev.perfagent.run.RateLimit;
import dev.perfagent.tally.SampledRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run as it is drawn. What it did not record is null, or empty.
 *
 * @param lot random, and the same each time: of runs that are equally good the one with the greatest is drawn
 * @param start ms since 1970
 * @param ms how long the command took
 * @param labels such as {@code branch=main}
 * @param waitMs for how long it waited for a CPU
 * @param apiMs in requests to the GitHub API, of all threads
 * @param quota what was left of the rate limit that it used most
 * @param phases the longest first
 */
public record DrawnRun(
        String id,
        long lot,
        long start,
        double ms,
        String version,
        String host,
        String fingerprint,
        List<String> labels,
        @Nullable Double cpuMs,
        @Nullable Double waitMs,
        @Nullable Double gcMs,
        @Nullable Double startupMs,
        @Nullable Double heapMb,
        @Nullable Long requests,
        @Nullable Double apiMs,
        @Nullable Long quota,
        @Nullable Double hitRate,
        List<Part> phases) {
    private static final int MOST_PHASES = 8;
    private static final int MOST_LABELS = 10;
    private static final Comparator<Part> LONGEST_FIRST =
            Comparator.comparingDouble(Part::ms).reversed();

    /** A longer text is no name of a kind. */
    private static final int LONGEST_LABEL = 60;

    /** Time of the command in a phase, without the phases inside it. */
    public record Part(String name, double ms) {}

    static DrawnRun of(StoredRun run) {
        GitHubApi api = run.gitHubApi();
        RateLimit limit = api == null ? null : api.mainResource();
        String version = run.applicationVersion();
        return new DrawnRun(
                run.id(),
                SampledRun.lot(run.id()),
                run.start().toEpochMilli(),
                run.totalMs(),
                version == null ? "" : version,
                run.environment().text(EnvironmentField.HOST, ""),
                run.fingerprint(),
                labels(run.context()),
                run.resourceUsage().cpuTimeMs(),
                run.resourceUsage().contention().cpuWaitMs(),
                run.resourceUsage().gcMs(),
                run.duration().jvmStartupMs(),
                run.resourceUsage().peakMemoryMb(),
                api == null ? null : (Long) api.requestsMade(),
                api == null ? null : (Double) ms(api.endpoints()),
                limit == null ? null : limit.remaining(),
                run.cacheHitRate(),
                phases(run.duration().phases()));
    }

    private static List<String> labels(Map<String, Object> context) {
        List<String> labels = new ArrayList<>();
        for (Map.Entry<String, Object> entry : context.entrySet()) {
            String label = entry.getKey() + "=" + entry.getValue();
            if (label.length() <= LONGEST_LABEL && labels.size() < MOST_LABELS) {
                labels.add(label);
            }
        }
        return labels;
    }

    private static double ms(List<Endpoint> endpoints) {
        double sum = 0;
        for (Endpoint endpoint : endpoints) {
            sum += endpoint.ms();
        }
        return sum;
    }

    private static List<Part> phases(List<Phase> phases) {
        List<Part> parts = new ArrayList<>(phases.size());
        for (Phase phase : phases) {
            double ms = wallMs(phase);
            if (ms >= 0) {
                parts.add(new Part(phase.name(), ms));
            }
        }
        parts.sort(LONGEST_FIRST);
        return parts.size() <= MOST_PHASES ? parts : List.copyOf(parts.subList(0, MOST_PHASES));
    }

    private static double wallMs(Phase phase) {
        Double parallel = phase.parallelism();
        double self = Double.isNaN(phase.selfMs()) ? phase.ms() : phase.selfMs();
        return self / (parallel == null ? 1 : Math.max(1, parallel));
    }
}
