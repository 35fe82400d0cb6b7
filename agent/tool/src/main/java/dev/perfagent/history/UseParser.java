package dev.perfagent.history;

import dev.perfagent.run.Cache;
import dev.perfagent.run.HostLimit;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.ProcessUse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a run's lists: HTTP hosts, caches, child processes. */
final class UseParser {
    private static final FieldNames<HostField> HOST = FieldNames.of(JsonCursor.FACTORY, HostField.class);
    private static final FieldNames<HostLimitField> HOST_LIMIT =
            FieldNames.of(JsonCursor.FACTORY, HostLimitField.class);
    private static final FieldNames<CacheField> CACHE = FieldNames.of(JsonCursor.FACTORY, CacheField.class);
    private static final FieldNames<ProcessField> PROCESS = FieldNames.of(JsonCursor.FACTORY, ProcessField.class);

    private final JsonCursor json;

    UseParser(JsonCursor json) {
        this.json = json;
    }

    private enum HostField {
        HOST,
        REQUESTS,
        MS,
        ERRORS,
        BYTES,
        RATE_LIMIT
    }

    private enum HostLimitField {
        NAME,
        LIMIT,
        REMAINING,
        RESET,
        REFUSED,
        RETRY_AFTER_S
    }

    private enum CacheField {
        NAME,
        KIND,
        HITS,
        MISSES,
        EVICTIONS,
        LOADS,
        LOAD_MS,
        SIZE
    }

    private enum ProcessField {
        PROGRAM,
        COUNT,
        MS,
        FAILURES
    }

    @Nullable
    HttpHost host() {
        if (!json.entersObject()) {
            return null;
        }
        String host = null;
        Long requests = null;
        double ms = Double.NaN;
        long errors = 0;
        Long bytes = null;
        HostLimit limit = null;
        for (HostField field = json.next(HOST); field != null; field = json.next(HOST)) {
            switch (field) {
                case HOST -> host = json.text();
                case REQUESTS -> requests = json.whole();
                case MS -> ms = json.number();
                case ERRORS -> errors = json.count();
                case BYTES -> bytes = json.whole();
                case RATE_LIMIT -> limit = hostLimit();
            }
        }
        return host == null || requests == null ? null : new HttpHost(host, requests, ms, errors, bytes, limit);
    }

    private @Nullable HostLimit hostLimit() {
        if (!json.entersObject()) {
            return null;
        }
        String name = "default";
        Long limit = null;
        Long remaining = null;
        Long reset = null;
        long refused = 0;
        Long retryAfter = null;
        for (HostLimitField field = json.next(HOST_LIMIT); field != null; field = json.next(HOST_LIMIT)) {
            switch (field) {
                case NAME -> name = json.text();
                case LIMIT -> limit = json.whole();
                case REMAINING -> remaining = json.whole();
                case RESET -> {
                    Instant time = RecordTime.parse(json.text());
                    reset = time == null ? null : (Long) time.getEpochSecond();
                }
                case REFUSED -> refused = json.count();
                case RETRY_AFTER_S -> retryAfter = json.whole();
            }
        }
        return name == null ? null : new HostLimit(name, limit, remaining, reset, refused, retryAfter);
    }

    @Nullable
    Cache cache() {
        if (!json.entersObject()) {
            return null;
        }
        String name = null;
        String kind = "";
        Long hits = null;
        Long misses = null;
        Long evictions = null;
        Long loads = null;
        Double loading = null;
        Long size = null;
        for (CacheField field = json.next(CACHE); field != null; field = json.next(CACHE)) {
            switch (field) {
                case NAME -> name = json.text();
                case KIND -> kind = json.textOrEmpty();
                case HITS -> hits = json.whole();
                case MISSES -> misses = json.whole();
                case EVICTIONS -> evictions = json.whole();
                case LOADS -> loads = json.whole();
                case LOAD_MS -> loading = json.decimal();
                case SIZE -> size = json.whole();
            }
        }
        return name == null ? null : new Cache(name, kind, hits, misses, evictions, loads, loading, size);
    }

    @Nullable
    ProcessUse process() {
        if (!json.entersObject()) {
            return null;
        }
        String program = null;
        Long count = null;
        double ms = Double.NaN;
        long failures = 0;
        for (ProcessField field = json.next(PROCESS); field != null; field = json.next(PROCESS)) {
            switch (field) {
                case PROGRAM -> program = json.text();
                case COUNT -> count = json.whole();
                case MS -> ms = json.number();
                case FAILURES -> failures = json.count();
            }
        }
        return program == null || count == null ? null : new ProcessUse(program, count, ms, failures);
    }
}
