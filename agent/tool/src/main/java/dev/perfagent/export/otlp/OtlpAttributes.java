package dev.perfagent.export.otlp;

import dev.perfagent.export.figure.BoundedLabels;
import dev.perfagent.history.StoredRun;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Attributes in the JSON form of OTLP, in which a 64-bit number is a text. */
final class OtlpAttributes {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ArrayNode attributes;

    OtlpAttributes(ObjectNode of) {
        this.attributes = of.putArray("attributes");
    }

    /**
     * Who recorded a run.
     *
     * @param who the labels {@code application}, {@code version} and {@code host}, as far as they are known
     */
    static void resource(Map<String, String> who, ObjectNode of) {
        OtlpAttributes attributes = new OtlpAttributes(of.putObject("resource"));
        attributes.text("service.name", who.getOrDefault("application", "unknown_service"));
        attributes.text("service.version", who.getOrDefault("version", ""));
        attributes.text("host.name", who.getOrDefault("host", ""));
        attributes.text("telemetry.sdk.name", "perf-agent");
        attributes.text("telemetry.sdk.language", "java");
    }

    static long nanos(StoredRun run) {
        return run.start().toEpochMilli() * NANOS_PER_MILLI;
    }

    /** Short and without control characters; left out if it is empty. */
    void text(String key, String value) {
        if (!value.isEmpty()) {
            value(key).put("stringValue", BoundedLabels.plain(value));
        }
    }

    void whole(String key, long value) {
        value(key).put("intValue", Long.toString(value));
    }

    void flag(String key, boolean value) {
        value(key).put("boolValue", value);
    }

    private ObjectNode value(String key) {
        return attributes.addObject().put("key", key).putObject("value");
    }
}
