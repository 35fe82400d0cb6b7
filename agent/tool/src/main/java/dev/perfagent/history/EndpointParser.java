package dev.perfagent.history;

import dev.perfagent.run.Endpoint;
import dev.perfagent.run.EndpointPatterns;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a run asked of one endpoint. */
final class EndpointParser {
    private static final FieldNames<EndpointField> ENDPOINT = FieldNames.of(EndpointField.class);

    private final JsonCursor json;
    private final JsonFields<EndpointField> endpoint;

    EndpointParser(JsonCursor json) {
        this.json = json;
        this.endpoint = new JsonFields<>(json, ENDPOINT);
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
        PER_PAGE,
        ETAGS,
        UNCHANGED,
        MISSING_AGAIN,
        MOVED_AGAIN,
        SORTED_BY_UPDATE,
        POLLS,
        POLL_MS,
        EARLY
    }

    @Nullable
    Endpoint endpoint() {
        if (!endpoint.enters()) {
            return null;
        }
        Map<Integer, Long> status = Map.of();
        for (EndpointField field = endpoint.next(); field != null; field = endpoint.next()) {
            if (field == EndpointField.STATUS) {
                status = status();
            } else {
                json.skip();
            }
        }
        String name = endpoint.text(EndpointField.ENDPOINT);
        Long count = endpoint.whole(EndpointField.COUNT);
        Long perPage = endpoint.whole(EndpointField.PER_PAGE);
        return name == null || count == null
                ? null
                : new Endpoint(
                        name,
                        count,
                        endpoint.number(EndpointField.MS),
                        endpoint.number(EndpointField.MAX_MS),
                        status,
                        endpoint.whole(EndpointField.BYTES),
                        endpoint.count(EndpointField.REPEATED),
                        endpoint.count(EndpointField.PAGES),
                        perPage == null ? null : (Integer) perPage.intValue(),
                        patterns());
    }

    private EndpointPatterns patterns() {
        return new EndpointPatterns(
                endpoint.count(EndpointField.ETAGS),
                endpoint.count(EndpointField.UNCHANGED),
                endpoint.count(EndpointField.MISSING_AGAIN),
                endpoint.count(EndpointField.MOVED_AGAIN),
                endpoint.count(EndpointField.SORTED_BY_UPDATE),
                endpoint.count(EndpointField.POLLS),
                endpoint.decimal(EndpointField.POLL_MS),
                endpoint.count(EndpointField.EARLY));
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
