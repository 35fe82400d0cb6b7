package dev.perfagent.cli.view.profile;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What speedscope opens: a profile a phase. Its schema is at https://www.speedscope.app/file-format-schema.json. */
public final class SpeedscopeJson {
    private static final String SCHEMA = "https://www.speedscope.app/file-format-schema.json";

    private final Map<String, Integer> frames = new LinkedHashMap<>();

    private SpeedscopeJson() {}

    /**
     * The file.
     *
     * @param phases by phase, the stacks and how much each has
     */
    public static String of(StackUnit unit, Map<String, Map<String, Long>> phases) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new SpeedscopeJson().write(unit, phases, json);
        }
        return text.toString();
    }

    private void write(StackUnit unit, Map<String, Map<String, Long>> phases, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("exporter", "perf-agent");
        json.writeArrayPropertyStart("profiles");
        phases.forEach((name, stacks) -> profile(name, unit, unit.of(stacks), json));
        json.writeEndArray();
        json.writeObjectPropertyStart("shared");
        json.writeArrayPropertyStart("frames");
        for (String method : frames.keySet()) {
            json.writeStartObject();
            json.writeStringProperty("name", method);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void profile(String name, StackUnit unit, Map<String, Long> stacks, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "sampled");
        json.writeStringProperty("name", name);
        json.writeStringProperty("unit", unit.name());
        json.writeNumberProperty("startValue", 0);
        json.writeNumberProperty(
                "endValue", stacks.values().stream().mapToLong(Long::longValue).sum());
        json.writeArrayPropertyStart("samples");
        for (String stack : stacks.keySet()) {
            json.writeStartArray();
            numbers(stack).forEach(json::writeNumber);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("weights");
        stacks.values().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }

    private List<Integer> numbers(String stack) {
        List<Integer> numbers = new ArrayList<>();
        int start = 0;
        while (start <= stack.length()) {
            int next = stack.indexOf(';', start);
            int end = next < 0 ? stack.length() : next;
            numbers.add(frames.computeIfAbsent(stack.substring(start, end), method -> frames.size()));
            start = end + 1;
        }
        return numbers;
    }
}
