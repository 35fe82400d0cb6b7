package dev.perfagent.history;

import dev.perfagent.run.Endpoint;
import dev.perfagent.run.EndpointPatterns;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a run asked of one endpoint. */
final class EndpointParser {
    private static final FieldNames<EndpointField> ENDPOINT = FieldNames.of(JsonCursor.FACTORY, EndpointField.class);

    private final JsonCursor json;

    EndpointParser(JsonCursor json) {
        this.json = json;
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
        long etags = 0;
        long unchanged = 0;
        long missing = 0;
        long moved = 0;
        long sorted = 0;
        long polls = 0;
        Double pollMs = null;
        long early = 0;
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
                case ETAGS -> etags = json.count();
                case UNCHANGED -> unchanged = json.count();
                case MISSING_AGAIN -> missing = json.count();
                case MOVED_AGAIN -> moved = json.count();
                case SORTED_BY_UPDATE -> sorted = json.count();
                case POLLS -> polls = json.count();
                case POLL_MS -> pollMs = json.decimal();
                case EARLY -> early = json.count();
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
                        perPage == null ? null : (Integer) perPage.intValue(),
                        new EndpointPatterns(etags, unchanged, missing, moved, sorted, polls, pollMs, early));
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
