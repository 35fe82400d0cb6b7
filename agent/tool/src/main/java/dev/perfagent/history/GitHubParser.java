package dev.perfagent.history;

import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Operation;
import dev.perfagent.run.RateLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a run asked of the GitHub API. */
final class GitHubParser {
    private static final FieldNames<ApiField> API = FieldNames.of(JsonCursor.FACTORY, ApiField.class);
    private static final FieldNames<LimitField> LIMIT = FieldNames.of(JsonCursor.FACTORY, LimitField.class);
    private static final FieldNames<OperationField> OPERATION = FieldNames.of(JsonCursor.FACTORY, OperationField.class);
    private static final FieldNames<EndpointField> ENDPOINT = FieldNames.of(JsonCursor.FACTORY, EndpointField.class);

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
        OPERATIONS,
        ENDPOINTS
    }

    private enum LimitField {
        LIMIT,
        REMAINING,
        USED,
        RESET,
        CONSUMED
    }

    private enum OperationField {
        NAME,
        COUNT,
        REQUESTS,
        MS,
        MAX_MS
    }

    private enum EndpointField {
        ENDPOINT,
        COUNT,
        MS,
        MAX_MS,
        STATUS,
        BYTES,
        REPEATED,
        PAGES,
        PER_PAGE
    }

    /** Null when it does not tell how many requests there were. */
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
                case OPERATIONS -> operations = json.list(this::operation);
                case ENDPOINTS -> endpoints = json.list(this::endpoint);
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
                        endpoints == null ? List.of() : endpoints);
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
            }
        }
        return new RateLimit(name, limit, remaining, used, reset, consumed);
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

    private @Nullable Endpoint endpoint() {
        if (!json.entersObject()) {
            return null;
        }
        String endpoint = null;
        Long count = null;
        double ms = Double.NaN;
        double longest = Double.NaN;
        Map<Integer, Long> status = Map.of();
        Long bytes = null;
        long repeated = 0;
        long pages = 0;
        Long perPage = null;
        for (EndpointField field = json.next(ENDPOINT); field != null; field = json.next(ENDPOINT)) {
            switch (field) {
                case ENDPOINT -> endpoint = json.text();
                case COUNT -> count = json.whole();
                case MS -> ms = json.number();
                case MAX_MS -> longest = json.number();
                case STATUS -> status = status();
                case BYTES -> bytes = json.whole();
                case REPEATED -> repeated = json.count();
                case PAGES -> pages = json.count();
                case PER_PAGE -> perPage = json.whole();
            }
        }
        return endpoint == null || count == null
                ? null
                : new Endpoint(
                        endpoint,
                        count,
                        ms,
                        longest,
                        status,
                        bytes,
                        repeated,
                        pages,
                        perPage == null ? null : (Integer) perPage.intValue());
    }

    private Map<Integer, Long> status() {
        if (!json.entersObject()) {
            return Map.of();
        }
        Map<Integer, Long> counts = new TreeMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            Integer code = code(name);
            long count = json.count();
            if (code != null) {
                counts.put(code, count);
            }
        }
        return counts;
    }

    private static @Nullable Integer code(String name) {
        try {
            return Integer.valueOf(name);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
