package dev.perfagent.history;

import dev.perfagent.run.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was stored. It keeps the line it came from, so that fields which this version does not know are handed on.
 *
 * @param id unique, sorts by start
 * @param start when the command began
 * @param fields everything that was recorded
 * @param json the line itself
 */
public record StoredRun(String id, Instant start, Fields fields, String json) {
    static StoredRun parse(byte[] line, int length) throws MalformedJsonException, NewerSchemaException {
        Fields fields = Fields.parse(line, length);
        Schema.check(fields);
        String id = fields.text("execution_id");
        Instant start = time(fields.text("timestamp"));
        if (id == null || start == null) {
            throw new MalformedJsonException("a run without execution_id or timestamp");
        }
        return new StoredRun(id, start, fields, new String(line, 0, length, StandardCharsets.UTF_8).strip());
    }

    /** A time as records tell it; null when it is not one. */
    public static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The application's name; empty when it was not told. */
    public String application() {
        return told("application");
    }

    /** The command; empty when it was not told. */
    public String command() {
        return told("command");
    }

    /** How it ended, as {@link Outcome#text()}; empty when it was not told. */
    public String outcome() {
        return told("outcome");
    }

    /** Whether its process went away without an orderly end. */
    public boolean killed() {
        return Outcome.KILLED.text().equals(outcome());
    }

    /** The exit code; null when it could not be known. */
    public @Nullable Long exitCode() {
        return fields.whole("exit_code");
    }

    /** The time of the command, in ms. */
    public @Nullable Double totalMs() {
        return fields.object("duration").number("total_ms");
    }

    /** Requests to the GitHub API; null when there was none or it was not observed. */
    public @Nullable Long apiRequests() {
        return fields.object("github_api").whole("requests_made");
    }

    /**
     * Hits by look-ups, 0 to 1: of the HTTP cache before the GitHub API where one was seen, else of all in-process caches
     * together; null when there was no look-up.
     */
    public @Nullable Double cacheHitRate() {
        Fields api = fields.object("github_api");
        Double ofApi = rate(api.number("cache_hits"), api.number("cache_misses"));
        if (ofApi != null) {
            return ofApi;
        }
        double hits = 0;
        double misses = 0;
        for (Fields cache : fields.objects("caches")) {
            Double hit = cache.number("hits");
            Double missed = cache.number("misses");
            if (hit != null && missed != null) {
                hits += hit;
                misses += missed;
            }
        }
        return rate(hits, misses);
    }

    /** What the run was judged guilty of. */
    public List<Fields> alerts() {
        return fields.objects("alerts");
    }

    private static @Nullable Double rate(@Nullable Double hits, @Nullable Double misses) {
        return hits == null || misses == null || hits + misses <= 0 ? null : (Double) (hits / (hits + misses));
    }

    private String told(String name) {
        String value = fields.text(name);
        return value == null ? "" : value;
    }
}
