package dev.perfagent.history;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the circumstances of a run: labels and captured values, machine, what the agent cost. */
final class PlaceParser {
    private static final FieldNames<EnvironmentField> ENVIRONMENT =
            FieldNames.of(JsonCursor.FACTORY, EnvironmentField.class);
    private static final FieldNames<CostField> COST = FieldNames.of(JsonCursor.FACTORY, CostField.class);

    private final JsonCursor json;

    PlaceParser(JsonCursor json) {
        this.json = json;
    }

    private enum EnvironmentField {
        HOST,
        USER,
        OS,
        ARCH,
        CPU,
        CORES,
        MEMORY_MB,
        JDK,
        JVM_FLAGS,
        CI,
        TRACEPARENT,
        FINGERPRINT
    }

    private enum CostField {
        AGENT_VERSION,
        PLAN,
        PREMAIN_MS,
        WEAVE_MS,
        EXIT_MS,
        HOOK_CALLS
    }

    Map<String, Object> context() {
        if (!json.entersObject()) {
            return Map.of();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            Object value = json.scalar();
            if (value != null) {
                values.put(name, value);
            }
        }
        return values.isEmpty() ? Map.of() : Collections.unmodifiableMap(values);
    }

    StoredEnvironment environment() {
        if (!json.entersObject()) {
            return StoredEnvironment.UNKNOWN;
        }
        Map<EnvironmentField, @Nullable String> texts = new EnumMap<>(EnvironmentField.class);
        Long cores = null;
        Long memory = null;
        for (EnvironmentField field = json.next(ENVIRONMENT); field != null; field = json.next(ENVIRONMENT)) {
            switch (field) {
                case CORES -> cores = json.whole();
                case MEMORY_MB -> memory = json.whole();
                default -> texts.put(field, json.text());
            }
        }
        return new StoredEnvironment(
                texts.get(EnvironmentField.HOST),
                texts.get(EnvironmentField.USER),
                texts.get(EnvironmentField.OS),
                texts.get(EnvironmentField.ARCH),
                texts.get(EnvironmentField.CPU),
                cores,
                memory,
                texts.get(EnvironmentField.JDK),
                texts.get(EnvironmentField.JVM_FLAGS),
                texts.get(EnvironmentField.CI),
                texts.get(EnvironmentField.TRACEPARENT),
                texts.get(EnvironmentField.FINGERPRINT));
    }

    StoredCost cost() {
        if (!json.entersObject()) {
            return StoredCost.UNKNOWN;
        }
        String version = null;
        String plan = null;
        Double premain = null;
        Double weave = null;
        Double exit = null;
        Long calls = null;
        for (CostField field = json.next(COST); field != null; field = json.next(COST)) {
            switch (field) {
                case AGENT_VERSION -> version = json.text();
                case PLAN -> plan = json.text();
                case PREMAIN_MS -> premain = json.decimal();
                case WEAVE_MS -> weave = json.decimal();
                case EXIT_MS -> exit = json.decimal();
                case HOOK_CALLS -> calls = json.whole();
            }
        }
        return new StoredCost(version, plan, premain, weave, exit, calls);
    }
}
