package dev.perfagent.export.push;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the answer to a request that was taken says that a part of it was not: Datadog's errors, OTLP's partial success. */
final class PartialFailure {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PartialFailure() {}

    static boolean isIn(String answer) {
        try {
            JsonNode json = MAPPER.readTree(answer);
            JsonNode partial = json.path("partialSuccess");
            return !json.path("errors").isEmpty()
                    || isSome(partial.path("rejectedSpans"))
                    || isSome(partial.path("rejectedDataPoints"))
                    || !partial.path("errorMessage").asString("").isEmpty();
        } catch (JacksonException noJson) {
            return false;
        }
    }

    /** A 64-bit number is a text in OTLP's JSON. */
    private static boolean isSome(JsonNode count) {
        String text = count.asString("0");
        return !text.isEmpty() && !text.equals("0");
    }
}
