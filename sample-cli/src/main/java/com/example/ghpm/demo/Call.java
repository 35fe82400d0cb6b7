package com.example.ghpm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, taken apart.
 *
 * @param method the HTTP method
 * @param target path and query as they were sent
 * @param segments the parts of the path, decoded
 * @param query the parameters, decoded
 * @param body the JSON that came with it, an empty object if none did
 */
record Call(String method, String target, List<String> segments, Map<String, String> query, JsonNode body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Call {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    static Call of(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readAllBytes();
        JsonNode body = bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(bytes);
        return of(exchange.getRequestMethod(), exchange.getRequestURI(), body);
    }

    static Call of(String method, URI uri, JsonNode body) {
        List<String> segments = Arrays.stream(uri.getRawPath().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
        return new Call(method, uri.toString(), segments, parameters(uri.getRawQuery()), body);
    }

    /** The same request to another path, for the aliases under which GitHub also knows its resources. */
    Call at(List<String> otherSegments) {
        return new Call(method, target, otherSegments, query, body);
    }

    /** A parameter that is a whole number, moved into the range if it is outside of it or no number at all. */
    int number(String name, int absent, int least, int most) {
        try {
            return Math.max(
                    least, Math.min(most, Integer.parseInt(query.getOrDefault(name, Integer.toString(absent)))));
        } catch (NumberFormatException e) {
            return absent;
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new LinkedHashMap<String, String>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
