package dev.perfagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.perfagent.config.YamlNode.Mapping;
import dev.perfagent.config.YamlNode.Scalar;
import dev.perfagent.run.AlertType;
import dev.perfagent.threshold.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas say the same as the reader. */
class SchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"instrumentation", "benchmarks", "alerts"})
    void theShippedFilesAreValid(String name) throws IOException {
        assertThat(validate(name, Files.readString(ConfigFolder.shipped().resolve(name + ".yml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"instrumentation", "benchmarks", "alerts"})
    void theSchemasAreSchemasThemselves(String name) throws IOException {
        Mapping schema = schema(name);
        assertThat(text(schema, "$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        Schema dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(dialect.validate(schemaText(name), InputFormat.JSON)).isEmpty();
    }

    @Test
    void instrumentationHasTheReadersKeys() throws Exception {
        Mapping root = schema("instrumentation");
        assertThat(properties(root)).containsExactlyInAnyOrder(InstrumentationFile.KEYS);
        assertThat(properties(root, "application")).containsExactlyInAnyOrder(InstrumentationFile.APPLICATION_KEYS);
        assertThat(properties(root, "github")).containsExactlyInAnyOrder(InstrumentationFile.GITHUB_KEYS);
        assertThat(properties(root, "observe")).containsExactlyInAnyOrder(InstrumentationFile.OBSERVE_KEYS);
        assertThat(properties(root, "journal")).containsExactlyInAnyOrder(InstrumentationFile.JOURNAL_KEYS);
        for (RuleSection section : RuleSection.values()) {
            Mapping rule = child(child(root, "properties", section.key()), "items");
            assertThat(properties(rule)).as(section.key()).containsExactlyInAnyOrder(section.keys());
        }
    }

    @Test
    void benchmarksHaveTheReadersKeys() throws Exception {
        Mapping root = schema("benchmarks");
        assertThat(properties(root)).containsExactlyInAnyOrder(BenchmarksReader.FILE_KEYS);
        Mapping benchmarks = child(root, "properties", "benchmarks");
        assertThat(properties(benchmarks)).containsExactlyInAnyOrder(BenchmarksReader.KEYS);
        assertThat(properties(benchmarks, "baseline")).containsExactlyInAnyOrder(BenchmarksReader.BASELINE_KEYS);
        Mapping command = child(benchmarks, "properties", "commands", "additionalProperties");
        assertThat(properties(command)).containsExactlyInAnyOrder(BenchmarksReader.COMMAND_KEYS);
        Mapping phase = child(command, "properties", "phases", "additionalProperties");
        assertThat(properties(phase)).containsExactlyInAnyOrder(BenchmarksReader.PHASE_KEYS);
        Mapping scenario = child(benchmarks, "properties", "scenarios", "additionalProperties");
        assertThat(properties(scenario)).containsExactlyInAnyOrder(BenchmarksReader.SCENARIO_KEYS);
    }

    @Test
    void alertsHaveTheReadersKeys() throws Exception {
        Mapping root = schema("alerts");
        assertThat(properties(root)).containsExactlyInAnyOrder(AlertsFile.FILE_KEYS);
        Mapping alerts = child(root, "properties", "alerts");
        assertThat(properties(alerts)).hasSameSizeAs(AlertType.values());
        for (AlertType type : AlertType.values()) {
            assertThat(properties(alerts, type.key())).containsExactlyInAnyOrder(AlertsFile.keys(type));
        }
    }

    @Test
    void numbersHaveTheReadersRanges() throws Exception {
        Mapping command = child(
                schema("benchmarks"), "properties", "benchmarks", "properties", "commands", "additionalProperties");
        for (Limit limit : Limit.values()) {
            assertRange(child(command, "properties", limit.key()), BenchmarksReader.numberType(limit));
        }
        Mapping alerts = child(schema("alerts"), "properties", "alerts", "properties");
        for (AlertType type : AlertType.values()) {
            AlertsFile.Threshold threshold = AlertsFile.threshold(type);
            if (threshold != null) {
                Mapping schema = child(alerts, type.key(), "properties", threshold.key());
                assertRange(schema, threshold.type());
                assertThat(text(schema, "default"))
                        .as(type.key())
                        .isEqualTo(type.defaultThreshold() == null ? "" : NumberAdvice.plain(type.defaultThreshold()));
            }
            assertRange(child(alerts, type.key(), "properties", "consecutive_violations"), NumberType.RUNS);
            assertRange(child(alerts, type.key(), "properties", "cool_down_minutes"), NumberType.MINUTES);
        }
        assertRange(child(schema("alerts"), "properties", "exit_code"), NumberType.EXIT_CODE);
        Mapping journal = child(schema("instrumentation"), "properties", "journal", "properties");
        assertRange(child(journal, "retention_days"), NumberType.DAYS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        instrumentation | phases: [{ phase: a, class: "com.example.*", method: ["fetch*", load] }] | true
        instrumentation | phases: [{ phase: a, annotated: com.example.Timed }]     | true
        instrumentation | application: { name: ghpm, version: 2.10 }               | true
        instrumentation | phases:                                                  | true
        instrumentation | fases: []                                                | false
        instrumentation | phases: [{ phase: a }]                                   | false
        instrumentation | phases: [{ class: b.C }]                                 | false
        instrumentation | phases: [{ phase: a, class: b/C }]                       | false
        instrumentation | phases: [{ phase: a, class: "*" }]                       | false
        instrumentation | phases: [{ phase: a, annotated: "b.*" }]                 | false
        instrumentation | phases: [{ phase: a, class: b.C, method: ["run()", "<init>(java.lang.String, int[], A.B...)"] }] | true
        instrumentation | phases: [{ phase: a, class: b.C, method: "run(a b)" }]   | false
        instrumentation | phases: [{ phase: a, class: b.C, method: "<clinit>" }]   | false
        instrumentation | phases: [{ phase: a, class: b.**, exclude: { class: ["**.D"], method: "get*" } }] | true
        instrumentation | phases: [{ phase: a, class: b.C, exclude: {} }]          | false
        instrumentation | context: [{ name: a, class: b.C, method: m, value: field.size.size }] | true
        instrumentation | context: [{ name: a, class: b.C, method: m, value: field }] | false
        instrumentation | commands: [{ name: a, class: b.C }]                      | false
        instrumentation | context: [{ name: a, class: b.C, method: m, value: x }]  | false
        instrumentation | caches: [{ cache: field.name, class: b.C, method: m, is: load }] | true
        instrumentation | caches: [{ cache: users, class: b.C, method: m }]        | true
        instrumentation | caches: [{ cache: argument.x, class: b.C, method: m }]   | false
        instrumentation | caches: [{ cache: users, class: b.C }]                   | false
        instrumentation | caches: [{ cache: users, class: b.C, method: m, is: put }] | false
        instrumentation | github: { hosts: ["https://a/"] }                        | false
        instrumentation | observe: { http: "yes" }                                 | false
        benchmarks      | benchmarks: { commands: { a: { baseline_ms: 1800 } } }   | true
        benchmarks      | benchmarks: { commands: { a: { baseline_ms: 2s } } }     | false
        benchmarks      | benchmarks: { commands: { a: { min_cache_hit_rate: 70 } } } | false
        benchmarks      | benchmarks: { commands: { a: { run: "java -jar" } } }    | false
        benchmarks      | benchmarks: { commands: { a: { phases: { b: {} } } } }   | false
        benchmarks      | benchmarks: { scenarios: { a: { when: {}, expected_performance: good } } } | false
        alerts          | alerts: { phase_overrun: { notification_channels: [] } } | true
        alerts          | alerts: { phase_overrun: { notification_channels: [mail] } } | false
        alerts          | alerts: { disk_space_low: {} }                           | true
        alerts          | alerts: { disk_space_low: { threshold_mb: 1 } }          | false
        alerts          | alerts: { network_slow: {} }                             | false
        alerts          | alerts: { phase_overrun: { severity: resolved } }        | false
        alerts          | alerts: { phase_overrun: { cool_down_minutes: 0, repeat_critical: true } } | true
        alerts          | alerts: { phase_overrun: { cool_down_minutes: 1h } }     | false
        alerts          | fail_on: never                                           | true
        alerts          | fail_on: resolved                                        | false
        alerts          | exit_code: 0                                             | false
        alerts          | command: [notify, 3]                                     | true
        alerts          | command: notify                                          | false
        benchmarks      | benchmarks: { commands: { a: { phases: { b: { max_acceptable_ms: 1 } } } } } | true
        benchmarks      | benchmarks: { commands: { a: { max_gc_share: 10 } } }    | false
        benchmarks      | benchmarks: { commands: { a: { max_processes: 1.5 } } }  | false
        alerts          | alerts: { cache_hit_rate_low: { threshold_percentage: 0.7 } } | false
        """)
    void theSchemaAndTheReaderAgree(String name, String text, boolean fine) throws Exception {
        assertThat(validate(name, text).isEmpty()).as("schema").isEqualTo(fine);
        Problems problems = new Problems(name);
        YamlNode root = YamlTree.parse(text);
        if (root == null) {
            throw new AssertionError("nothing in it");
        }
        switch (name) {
            case "instrumentation" -> InstrumentationFile.of(root, problems);
            case "benchmarks" -> BenchmarksReader.of(root, problems);
            default -> AlertsFile.of(root, problems);
        }
        assertThat(problems.count() == 0).as("reader").isEqualTo(fine);
    }

    private static List<Error> validate(String name, String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(name), InputFormat.JSON);
        return schema.validate(yaml, InputFormat.YAML);
    }

    private static String schemaText(String name) throws IOException {
        return Files.readString(ConfigFolder.shipped().resolve("schema/" + name + ".schema.json"));
    }

    /** JSON is YAML. */
    private static Mapping schema(String name) throws IOException {
        try {
            if (YamlTree.parse(schemaText(name)) instanceof Mapping map) {
                return map;
            }
        } catch (UnreadableException e) {
            throw new IOException(e);
        }
        throw new IOException("no map: " + name);
    }

    private static Mapping child(Mapping map, String... keys) {
        Mapping at = map;
        for (String key : keys) {
            YamlNode.LocatedValue entry = at.entries().get(key);
            if (entry == null || !(entry.value() instanceof Mapping child)) {
                throw new AssertionError("no map at " + key);
            }
            at = child;
        }
        return at;
    }

    private static Set<String> properties(Mapping schema) {
        assertThat(text(schema, "additionalProperties")).isEqualTo("false");
        return child(schema, "properties").entries().keySet();
    }

    private static Set<String> properties(Mapping schema, String property) {
        return properties(child(schema, "properties", property));
    }

    private static void assertRange(Mapping schema, NumberType type) {
        assertThat(Double.parseDouble(text(schema, "minimum"))).isEqualTo(type.min());
        assertThat(Double.parseDouble(text(schema, "maximum"))).isEqualTo(type.max());
        assertThat(text(schema, "type")).isEqualTo(type.whole() ? "integer" : "number");
    }

    private static String text(Mapping map, String key) {
        YamlNode.LocatedValue entry = map.entries().get(key);
        return entry != null && entry.value() instanceof Scalar scalar ? scalar.text() : "";
    }
}
