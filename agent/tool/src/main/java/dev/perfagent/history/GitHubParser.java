package dev.perfagent.history;

import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Operation;
import dev.perfagent.run.RateLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a run asked of the GitHub API. */
final class GitHubParser {
    private static final FieldNames<ApiField> API = FieldNames.of(JsonCursor.FACTORY, ApiField.class);
    private static final FieldNames<LimitField> LIMIT = FieldNames.of(JsonCursor.FACTORY, LimitField.class);
    private static final FieldNames<OperationField> OPERATION = FieldNames.of(JsonCursor.FACTORY, OperationField.class);

    private final JsonCursor json;

    GitHubParser(JsonCursor json) {
        this.json = json;
    }

    private enum ApiField {
        REQUESTS_MADE,
        CACHE_HITS,
        CACHE_MISSES,
        CONDITIONAL_HITS,
        RESOURCES,
        THROTTLED_MS,
        RETRIES,
        ERRORS,
        AUTHENTICATED,
        CONDITIONAL_HITS_FREE,
        PRIMARY_LIMITS,
        SECONDARY_LIMITS,
        AT_ONCE,
        PEAK_MINUTE_POINTS,
        RAPID_WRITES,
        EARLY_RETRIES,
        FUTILE_RETRIES,
        OPERATIONS,
        ENDPOINTS
    }

    private enum LimitField {
        LIMIT,
        REMAINING,
        USED,
        RESET,
        CONSUMED,
        OTHERS,
        PEAK_MINUTE
    }

    private enum OperationField {
        NAME,
        COUNT,
        REQUESTS,
        MS,
        MAX_MS
    }

    /** Null when it does not say how many requests there were. */
    @Nullable
    GitHubApi api() {
        if (!json.entersObject()) {
            return null;
        }
        Long requests = null;
        Long hits = null;
        Long misses = null;
        long conditional = 0;
        List<RateLimit> resources = List.of();
        Double throttled = null;
        Long retries = null;
        long errors = 0;
        Boolean authenticated = null;
        Map<ApiField, Long> patterns = null;
        List<Operation> operations = null;
        List<Endpoint> endpoints = null;
        for (ApiField field = json.next(API); field != null; field = json.next(API)) {
            switch (field) {
                case REQUESTS_MADE -> requests = json.whole();
                case CACHE_HITS -> hits = json.whole();
                case CACHE_MISSES -> misses = json.whole();
                case CONDITIONAL_HITS -> conditional = json.count();
                case RESOURCES -> resources = limits();
                case THROTTLED_MS -> throttled = json.decimal();
                case RETRIES -> retries = json.whole();
                case ERRORS -> errors = json.count();
                case AUTHENTICATED -> authenticated = json.flag();
                case CONDITIONAL_HITS_FREE,
                        PRIMARY_LIMITS,
                        SECONDARY_LIMITS,
                        AT_ONCE,
                        PEAK_MINUTE_POINTS,
                        RAPID_WRITES,
                        EARLY_RETRIES,
                        FUTILE_RETRIES -> {
                    patterns = patterns == null ? new EnumMap<>(ApiField.class) : patterns;
                    patterns.put(field, json.count());
                }
                case OPERATIONS -> operations = json.list(this::operation);
                case ENDPOINTS -> endpoints = json.list(new EndpointParser(json)::endpoint);
            }
        }
        return requests == null
                ? null
                : new GitHubApi(
                        requests,
                        hits,
                        misses,
                        conditional,
                        resources,
                        throttled,
                        retries,
                        errors,
                        authenticated,
                        operations == null ? List.of() : operations,
                        endpoints == null ? List.of() : endpoints,
                        patterns == null ? null : patterns(patterns));
    }

    private static ApiPatterns patterns(Map<ApiField, Long> of) {
        return new ApiPatterns(
                of.getOrDefault(ApiField.CONDITIONAL_HITS_FREE, 0L),
                of.getOrDefault(ApiField.PRIMARY_LIMITS, 0L),
                of.getOrDefault(ApiField.SECONDARY_LIMITS, 0L),
                of.getOrDefault(ApiField.AT_ONCE, 0L),
                of.getOrDefault(ApiField.PEAK_MINUTE_POINTS, 0L),
                of.getOrDefault(ApiField.RAPID_WRITES, 0L),
                of.getOrDefault(ApiField.EARLY_RETRIES, 0L),
                of.getOrDefault(ApiField.FUTILE_RETRIES, 0L));
    }

    private List<RateLimit> limits() {
        if (!json.entersObject()) {
            return List.of();
        }
        List<RateLimit> limits = new ArrayList<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (json.entersObject()) {
                limits.add(limit(name));
            }
        }
        return limits;
    }

    private RateLimit limit(String name) {
        Long limit = null;
        Long remaining = null;
        Long used = null;
        Long reset = null;
        Long consumed = null;
        Long others = null;
        Long peak = null;
        for (LimitField field = json.next(LIMIT); field != null; field = json.next(LIMIT)) {
            switch (field) {
                case LIMIT -> limit = json.whole();
                case REMAINING -> remaining = json.whole();
                case USED -> used = json.whole();
                case RESET -> {
                    Instant time = RecordTime.parse(json.text());
                    reset = time == null ? null : (Long) time.getEpochSecond();
                }
                case CONSUMED -> consumed = json.whole();
                case OTHERS -> others = json.whole();
                case PEAK_MINUTE -> peak = json.whole();
            }
        }
        return new RateLimit(name, limit, remaining, used, reset, consumed, others, peak);
    }

    private @Nullable Operation operation() {
        if (!json.entersObject()) {
            return null;
        }
        String name = null;
        Long count = null;
        long requests = 0;
        double ms = Double.NaN;
        double longest = Double.NaN;
        for (OperationField field = json.next(OPERATION); field != null; field = json.next(OPERATION)) {
            switch (field) {
                case NAME -> name = json.text();
                case COUNT -> count = json.whole();
                case REQUESTS -> requests = json.count();
                case MS -> ms = json.number();
                case MAX_MS -> longest = json.number();
            }
        }
        return name == null || count == null ? null : new Operation(name, count, requests, ms, longest);
    }
}
