package dev.perfagent.history;

import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Operation;
import dev.perfagent.run.RateLimit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a run asked of the GitHub API. */
final class GitHubParser {
    private static final FieldNames<ApiField> API = FieldNames.of(ApiField.class);
    private static final FieldNames<LimitField> LIMIT = FieldNames.of(LimitField.class);
    private static final FieldNames<OperationField> OPERATION = FieldNames.of(OperationField.class);

    private final JsonCursor json;
    private final JsonFields<ApiField> api;
    private final JsonFields<LimitField> limit;
    private final JsonFields<OperationField> operation;
    private final EndpointParser endpoints;

    GitHubParser(JsonCursor json) {
        this.json = json;
        this.api = new JsonFields<>(json, API);
        this.limit = new JsonFields<>(json, LIMIT);
        this.operation = new JsonFields<>(json, OPERATION);
        this.endpoints = new EndpointParser(json);
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

    private static final Set<ApiField> PATTERNS =
            EnumSet.range(ApiField.CONDITIONAL_HITS_FREE, ApiField.FUTILE_RETRIES);

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
        if (!api.enters()) {
            return null;
        }
        List<RateLimit> resources = List.of();
        List<Operation> operations = null;
        List<Endpoint> asked = null;
        for (ApiField field = api.next(); field != null; field = api.next()) {
            if (field == ApiField.RESOURCES) {
                resources = limits();
            } else if (field == ApiField.OPERATIONS) {
                operations = json.list(this::operation);
            } else if (field == ApiField.ENDPOINTS) {
                asked = json.list(endpoints::endpoint);
            } else {
                json.skip();
            }
        }
        Long requests = api.whole(ApiField.REQUESTS_MADE);
        return requests == null
                ? null
                : new GitHubApi(
                        requests,
                        api.whole(ApiField.CACHE_HITS),
                        api.whole(ApiField.CACHE_MISSES),
                        api.count(ApiField.CONDITIONAL_HITS),
                        resources,
                        api.decimal(ApiField.THROTTLED_MS),
                        api.whole(ApiField.RETRIES),
                        api.count(ApiField.ERRORS),
                        api.flag(ApiField.AUTHENTICATED),
                        operations == null ? List.of() : operations,
                        asked == null ? List.of() : asked,
                        patterns());
    }

    /** Null when none of them is recorded, as by agents of old. */
    private @Nullable ApiPatterns patterns() {
        boolean recorded = false;
        for (ApiField field : PATTERNS) {
            recorded |= api.isRecorded(field);
        }
        return recorded
                ? new ApiPatterns(
                        api.count(ApiField.CONDITIONAL_HITS_FREE),
                        api.count(ApiField.PRIMARY_LIMITS),
                        api.count(ApiField.SECONDARY_LIMITS),
                        api.count(ApiField.AT_ONCE),
                        api.count(ApiField.PEAK_MINUTE_POINTS),
                        api.count(ApiField.RAPID_WRITES),
                        api.count(ApiField.EARLY_RETRIES),
                        api.count(ApiField.FUTILE_RETRIES))
                : null;
    }

    private List<RateLimit> limits() {
        if (!json.entersObject()) {
            return List.of();
        }
        List<RateLimit> limits = new ArrayList<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (limit.readsObject()) {
                limits.add(limit(name));
            }
        }
        return limits;
    }

    private RateLimit limit(String name) {
        return new RateLimit(
                name,
                limit.whole(LimitField.LIMIT),
                limit.whole(LimitField.REMAINING),
                limit.whole(LimitField.USED),
                limit.epochSecond(LimitField.RESET),
                limit.whole(LimitField.CONSUMED),
                limit.whole(LimitField.OTHERS),
                limit.whole(LimitField.PEAK_MINUTE));
    }

    private @Nullable Operation operation() {
        if (!operation.readsObject()) {
            return null;
        }
        String name = operation.text(OperationField.NAME);
        Long count = operation.whole(OperationField.COUNT);
        return name == null || count == null
                ? null
                : new Operation(
                        name,
                        count,
                        operation.count(OperationField.REQUESTS),
                        operation.number(OperationField.MS),
                        operation.number(OperationField.MAX_MS));
    }
}
