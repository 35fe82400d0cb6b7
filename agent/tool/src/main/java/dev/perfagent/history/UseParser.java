package dev.perfagent.history;

import dev.perfagent.run.Cache;
import dev.perfagent.run.HostLimit;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.ProcessUse;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a run's lists: HTTP hosts, caches, child processes. */
final class UseParser {
    private static final FieldNames<HostField> HOST = FieldNames.of(HostField.class);
    private static final FieldNames<HostLimitField> HOST_LIMIT = FieldNames.of(HostLimitField.class);
    private static final FieldNames<CacheField> CACHE = FieldNames.of(CacheField.class);
    private static final FieldNames<ProcessField> PROCESS = FieldNames.of(ProcessField.class);

    private final JsonCursor json;
    private final JsonFields<HostField> host;
    private final JsonFields<HostLimitField> hostLimit;
    private final JsonFields<CacheField> cache;
    private final JsonFields<ProcessField> process;

    UseParser(JsonCursor json) {
        this.json = json;
        this.host = new JsonFields<>(json, HOST);
        this.hostLimit = new JsonFields<>(json, HOST_LIMIT);
        this.cache = new JsonFields<>(json, CACHE);
        this.process = new JsonFields<>(json, PROCESS);
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
        if (!host.enters()) {
            return null;
        }
        HostLimit limit = null;
        for (HostField field = host.next(); field != null; field = host.next()) {
            if (field == HostField.RATE_LIMIT) {
                limit = hostLimit();
            } else {
                json.skip();
            }
        }
        String name = host.text(HostField.HOST);
        Long requests = host.whole(HostField.REQUESTS);
        return name == null || requests == null
                ? null
                : new HttpHost(
                        name,
                        requests,
                        host.number(HostField.MS),
                        host.count(HostField.ERRORS),
                        host.whole(HostField.BYTES),
                        limit);
    }

    private @Nullable HostLimit hostLimit() {
        if (!hostLimit.readsObject()) {
            return null;
        }
        String name = hostLimit.text(HostLimitField.NAME, "default");
        return new HostLimit(
                name,
                hostLimit.whole(HostLimitField.LIMIT),
                hostLimit.whole(HostLimitField.REMAINING),
                hostLimit.epochSecond(HostLimitField.RESET),
                hostLimit.count(HostLimitField.REFUSED),
                hostLimit.whole(HostLimitField.RETRY_AFTER_S));
    }

    @Nullable
    Cache cache() {
        String name = cache.readsObject() ? cache.text(CacheField.NAME) : null;
        return name == null
                ? null
                : new Cache(
                        name,
                        cache.text(CacheField.KIND, ""),
                        cache.whole(CacheField.HITS),
                        cache.whole(CacheField.MISSES),
                        cache.whole(CacheField.EVICTIONS),
                        cache.whole(CacheField.LOADS),
                        cache.decimal(CacheField.LOAD_MS),
                        cache.whole(CacheField.SIZE));
    }

    @Nullable
    ProcessUse process() {
        if (!process.readsObject()) {
            return null;
        }
        String program = process.text(ProcessField.PROGRAM);
        Long count = process.whole(ProcessField.COUNT);
        return program == null || count == null
                ? null
                : new ProcessUse(program, count, process.number(ProcessField.MS), process.count(ProcessField.FAILURES));
    }
}
