package dev.perfagent.tally;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.GitHubApi;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a timed run may have in common with others that took as long.
 *
 * @param lot decides whether it is in the sample: even over all runs, the same each time
 * @param version empty when not recorded
 * @param requests to the GitHub API; null when not observed
 */
public record SampledRun(
        long lot,
        CommandName name,
        Instant start,
        double ms,
        String version,
        String fingerprint,
        @Nullable Double hitRate,
        @Nullable Long requests,
        Map<String, Object> context,
        MachinePart machine) {
    public static final Comparator<SampledRun> GREATEST_LOT_FIRST =
            Comparator.comparingLong((SampledRun run) -> run.lot).reversed();

    private static final int MOST_CONTEXT = 30;

    /** A longer text is no name of a kind. */
    private static final int LONGEST_TEXT = 100;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static SampledRun of(StoredRun run, CommandName name, long lot) {
        GitHubApi api = run.gitHubApi();
        String version = run.applicationVersion();
        return new SampledRun(
                lot,
                name,
                run.start(),
                run.totalMs(),
                version == null ? "" : version,
                run.fingerprint(),
                run.cacheHitRate(),
                api == null ? null : (Long) api.requestsMade(),
                bounded(run.context()),
                MachinePart.of(run));
    }

    /** The same with another time. */
    public SampledRun taking(double otherMs) {
        return new SampledRun(lot, name, start, otherMs, version, fingerprint, hitRate, requests, context, machine);
    }

    /** What a run may be asked: 20,000 of them are kept. */
    private static Map<String, Object> bounded(Map<String, Object> context) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (Map.Entry<String, Object> value : context.entrySet()) {
            boolean isShort = !(value.getValue() instanceof String text) || text.length() <= LONGEST_TEXT;
            if (isShort && kept.size() < MOST_CONTEXT) {
                kept.put(value.getKey(), value.getValue());
            }
        }
        return kept;
    }

    /** FNV-1a, mixed by the finalizer of SplitMix64: ids differ in their last digits only. */
    public static long lot(String id) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
