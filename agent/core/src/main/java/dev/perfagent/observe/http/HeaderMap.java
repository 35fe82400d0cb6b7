package dev.perfagent.observe.http;

import dev.perfagent.github.HeaderSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers of an answer, as a client's advice hands them over. */
final class HeaderMap implements HeaderSource {
    private final Map<?, ?> headers;
    private final boolean ignoresCase;

    /**
     * For one answer.
     *
     * @param headers lists of values by name, in whatever case the client keeps names
     * @param ignoresCase whether the map itself finds a name in any case
     */
    HeaderMap(Map<?, ?> headers, boolean ignoresCase) {
        this.headers = headers;
        this.ignoresCase = ignoresCase;
    }

    @Override
    public @Nullable String first(String lowerCaseName) {
        Object values = headers.get(lowerCaseName);
        if (values == null && !ignoresCase) {
            for (Map.Entry<?, ?> header : headers.entrySet()) {
                if (header.getKey() instanceof String name && name.equalsIgnoreCase(lowerCaseName)) {
                    values = header.getValue();
                    break;
                }
            }
        }
        return values instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof String first ? first : null;
    }

    @Override
    public boolean mayHaveNameFrom(String... lowerCaseStarts) {
        for (Object key : headers.keySet()) {
            if (key instanceof String name && startsWithOneOf(name, lowerCaseStarts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithOneOf(String name, String[] starts) {
        for (String start : starts) {
            if (name.regionMatches(true, 0, start, 0, start.length())) {
                return true;
            }
        }
        return false;
    }
}
