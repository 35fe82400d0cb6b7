package dev.perfagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.config.ConfigFolder.Reading;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Severity;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import dev.perfagent.settings.ValuePath;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.PhaseBudget;
import dev.perfagent.threshold.Rating;
import dev.perfagent.threshold.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each key of each file, and what holds without it. */
class MappingTest {
    private final Path folder;

    MappingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "\uFEFF", "---\n", "{}", "null\n"})
    void withoutAnyKeyTheDefaultsHold(String text) throws IOException {
        Reading reading = new ConfigFolder(folder)
                .with(ConfigFolder.INSTRUMENTATION, text)
                .with(ConfigFolder.BENCHMARKS, text)
                .with(ConfigFolder.ALERTS, text)
                .read();
        assertThat(reading.problems()).isEmpty();
        assertStandard(reading.settings());
    }

    @Test
    void withoutAnyFileTheDefaultsHold() {
        Reading reading = new ConfigFolder(folder).read();
        assertThat(reading.problems()).isEmpty();
        assertStandard(reading.settings());
    }

    @Test
    void sectionsLeftEmptyHaveTheirDefaults() throws IOException {
        Reading reading = new ConfigFolder(folder)
                .with(
                        ConfigFolder.INSTRUMENTATION,
                        "application:\n"
                                + "commands:\n"
                                + "phases:\n"
                                + "api_clients:\n"
                                + "caches:\n"
                                + "context:\n"
                                + "github:\n"
                                + "observe:\n"
                                + "journal:\n")
                .with(ConfigFolder.BENCHMARKS, "benchmarks:\n  baseline:\n  commands:\n  scenarios:\n")
                .with(ConfigFolder.ALERTS, "alerts:\n  phase_overrun:\n")
                .read();
        assertThat(reading.problems()).isEmpty();
        assertStandard(reading.settings());
    }

    private static final Target LOADING = new Target(
            "a.**",
            null,
            null,
            List.of("<init>", "load(String, int[])"),
            List.of("a.b.**", "**.Gen*"),
            List.of("get*"));

    @Test
    void everyKeyOfInstrumentation() throws IOException {
        Compiled settings = instrumentation("""
            application: { name: ghpm, version: 2.10 }
            context:
              - { name: tasks, class: a.Project, method: tasks, value: return.size }
            commands:
              - { class: a.ExportCommand, method: call, name: export }
            phases:
              - { phase: fetch, class: "a.*", method: ["fetch*", load] }
              - { phase: timed, annotated: a.Timed }
              - phase: loading
                class: a.**
                method: [<init>, "load(String, int[])"]
                exclude: { class: [a.b.**, "**.Gen*"], method: "get*" }
              - { phase: render, implements: a.Renderer, method: render, min_ms: 1.5 }
            api_clients:
              - { operation: issues, class: a.Repository, implements: a.Api, annotated: a.B$C, method: [getIssues] }
            github: { hosts: [GitHub.Example.com, other] }
            observe: { http: false, caches: true, processes: false, resources: false }
            journal: { enabled: false, retention_days: 7 }
            """);
        assertThat(settings.application()).isEqualTo("ghpm");
        assertThat(settings.applicationVersion()).as("as written").isEqualTo("2.10");
        assertThat(settings.rules())
                .as("in the file's order")
                .containsExactly(
                        new Rule.Context(
                                "tasks",
                                new Target("a.Project", null, null, List.of("tasks")),
                                new ValuePath(-1, true)),
                        new Rule.Command("export", new Target("a.ExportCommand", null, null, List.of("call"))),
                        new Rule.Phase("fetch", new Target("a.*", null, null, List.of("fetch*", "load")), 0),
                        new Rule.Phase("timed", new Target(null, "a.Timed", null, List.of()), 0),
                        new Rule.Phase("loading", LOADING, 0),
                        new Rule.Phase("render", new Target(null, null, "a.Renderer", List.of("render")), 1.5),
                        new Rule.Operation(
                                "issues", new Target("a.Repository", "a.B$C", "a.Api", List.of("getIssues"))));
        assertThat(settings.gitHubHosts()).containsExactlyInAnyOrder("github.example.com", "other");
        assertThat(settings.observe()).isEqualTo(new ObservedKinds(false, true, false, false));
        assertThat(settings.journal()).isEqualTo(new JournalSettings(false, 7));
    }

    @Test
    void whatIsNotGivenInASectionHasItsDefault() throws IOException {
        Compiled settings = instrumentation("observe: { caches: false }\njournal: { retention_days: 7 }\n");
        assertThat(settings.observe()).isEqualTo(new ObservedKinds(true, false, true, true));
        assertThat(settings.journal()).isEqualTo(new JournalSettings(true, 7));
    }

    @Test
    void everyKeyOfBenchmarks() throws IOException {
        Benchmarks benchmarks = benchmarks("""
            benchmarks:
              baseline: { date: 2024-12-01, cli_version: 2.0 }
              commands:
                batch:
                  baseline_ms: 1800
                  target_ms: 1500.5
                  max_acceptable_ms: 3e3
                  max_heap_delta_mb: 100
                  max_peak_memory_mb: 200
                  max_allocated_mb: 500
                  max_gc_share: 0.1
                  max_api_requests: 0
                  tolerance: 0.05
                  max_throttled_ms: 2000
                  min_cache_hit_rate: 0.70
                  max_processes: 5
                  phases:
                    data_fetching: { target_ms: 1000 }
                    processing: { target_ms: 10, max_acceptable_ms: 20 }
                    rendering: { max_acceptable_ms: 5 }
                  run: [java, -jar, ghpm.jar, batch, 5]
                project list: {}
              scenarios:
                large: { when: { task_count: 200, depth: -1 }, expected_performance: good }
                any: { when: { task_count: 0 }, expected_performance: poor }
            """);
        assertThat(benchmarks.baselineDate()).isEqualTo("2024-12-01");
        assertThat(benchmarks.baselineVersion()).isEqualTo("2.0");
        assertThat(benchmarks.commands()).containsOnlyKeys("batch", "project list");
        assertThat(benchmarks.budget("batch"))
                .isEqualTo(new Budget(
                        limits(1800, 1500.5, 3000, 0.05, 100, 200, 500, 0.1, 0, 2000, 0.70, 5),
                        Map.of(
                                "data_fetching", new PhaseBudget(1000.0, null),
                                "processing", new PhaseBudget(10.0, 20.0),
                                "rendering", new PhaseBudget(null, 5.0)),
                        List.of("java", "-jar", "ghpm.jar", "batch", "5")));
        assertThat(benchmarks.budget("project list")).isEqualTo(Budget.NONE);
        assertThat(benchmarks.scenarios())
                .containsExactly(
                        new Scenario("large", Map.of("task_count", 200.0, "depth", -1.0), Rating.GOOD),
                        new Scenario("any", Map.of("task_count", 0.0), Rating.POOR));
    }

    @Test
    void everyKeyOfAlerts() throws IOException {
        AlertPolicies alerts = alerts("""
            alerts:
              performance_degradation: { enabled: false, threshold_percentage: 40, consecutive_violations: 5, \
            notification_channels: [console] }
              phase_overrun: { threshold_percentage: 200 }
              memory_usage_high: { threshold_mb: 64.5, notification_channels: log }
              api_requests_high: { enabled: false }
              api_rate_limit_warning: { threshold_percentage: 90, notification_channels: [] }
              cache_hit_rate_low: { threshold_percentage: 55 }
              gc_pressure: { threshold_percentage: 10, severity: critical, consecutive_violations: 2, \
            notification_channels: [github, command], cool_down_minutes: 1.5, repeat_critical: true }
              processes_high: { severity: warning, cool_down_minutes: 0 }
              error_rate: { threshold_percentage: 40 }
              memory_available_low: { threshold_mb: 250 }
              disk_space_low: { threshold_gb: 2.5 }
              cpu_usage_high: { threshold_percentage: 150 }
            """);
        Set<Channel> both = Set.of(Channel.CONSOLE, Channel.LOG);
        assertThat(alerts.of(AlertType.PERFORMANCE_DEGRADATION))
                .isEqualTo(new AlertPolicy(false, 40.0, 5, Set.of(Channel.CONSOLE)));
        assertThat(alerts.of(AlertType.PHASE_OVERRUN)).isEqualTo(new AlertPolicy(true, 200.0, 1, both));
        assertThat(alerts.of(AlertType.MEMORY_USAGE_HIGH))
                .isEqualTo(new AlertPolicy(true, 64.5, 1, Set.of(Channel.LOG)));
        assertThat(alerts.of(AlertType.API_REQUESTS_HIGH)).isEqualTo(new AlertPolicy(false, null, 1, both));
        assertThat(alerts.of(AlertType.API_RATE_LIMIT_WARNING)).isEqualTo(new AlertPolicy(true, 90.0, 1, Set.of()));
        assertThat(alerts.of(AlertType.CACHE_HIT_RATE_LOW)).isEqualTo(new AlertPolicy(true, 55.0, 1, both));
        assertThat(alerts.of(AlertType.GC_PRESSURE))
                .isEqualTo(new AlertPolicy(
                        true, 10.0, Severity.CRITICAL, 2, Set.of(Channel.GITHUB, Channel.COMMAND), 1.5, true));
        assertThat(alerts.of(AlertType.PROCESSES_HIGH))
                .isEqualTo(new AlertPolicy(true, null, Severity.WARNING, 1, both, 0, false));
        assertThat(alerts.of(AlertType.ERROR_RATE)).isEqualTo(new AlertPolicy(true, 40.0, 1, both));
        assertThat(alerts.of(AlertType.MEMORY_AVAILABLE_LOW)).isEqualTo(new AlertPolicy(true, 250.0, 1, both));
        assertThat(alerts.of(AlertType.DISK_SPACE_LOW)).isEqualTo(new AlertPolicy(true, 2.5, 1, both));
        assertThat(alerts.of(AlertType.CPU_USAGE_HIGH)).isEqualTo(new AlertPolicy(true, 150.0, 1, both));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fail_on: never         |          | 1   |
        fail_on: warning       | WARNING  | 1   |
        fail_on: critical      | CRITICAL | 1   |
        exit_code: 42          |          | 42  |
        command: [a, -b, 3]    |          | 1   | a -b 3
        command:               |          | 1   |
        """)
    void whatHappensWithAlerts(String text, @Nullable Severity failOn, int exitCode, @Nullable String command)
            throws IOException {
        Notification notification = withoutProblems(new ConfigFolder(folder).with(ConfigFolder.ALERTS, text))
                .notification();
        assertThat(notification)
                .isEqualTo(new Notification(
                        failOn, exitCode, command == null ? List.of() : List.of(command.split(" ", -1))));
    }

    @Test
    void theMachineAndErrorsAreToldOnlyWhenTheyAreNamed() throws IOException {
        AlertPolicies alerts = alerts("alerts: { disk_space_low: }");
        assertThat(alerts.of(AlertType.DISK_SPACE_LOW).enabled()).isTrue();
        assertThat(alerts.of(AlertType.CPU_USAGE_HIGH).enabled()).isFalse();
        assertThat(alerts.of(AlertType.MEMORY_AVAILABLE_LOW).enabled()).isFalse();
        assertThat(alerts.of(AlertType.ERROR_RATE).enabled()).isFalse();
    }

    @Test
    void anEmptyAlertHasItsTypesDefaults() throws IOException {
        AlertPolicies alerts = alerts("""
            alerts: { performance_degradation: {}, phase_overrun: {}, memory_usage_high: {}, gc_pressure: {},
              api_requests_high: {}, api_rate_limit_warning: {}, cache_hit_rate_low: {}, processes_high: {},
              error_rate: {}, memory_available_low: {}, disk_space_low: {}, cpu_usage_high: {} }
            """);
        for (AlertType type : AlertType.values()) {
            AlertPolicy standard = AlertPolicies.standard(type);
            assertThat(alerts.of(type))
                    .as(type.key())
                    .isEqualTo(new AlertPolicy(
                            true, standard.threshold(), standard.consecutiveViolations(), standard.channels()));
        }
    }

    @Test
    void mapsMayShareValuesThroughAnchorsAndMerges() throws IOException {
        Benchmarks benchmarks = benchmarks("""
            benchmarks:
              commands:
                one: &usual { baseline_ms: 1, target_ms: 2, phases: &phases { a: { target_ms: 3 } } }
                two: { baseline_ms: 5, <<: *usual }
                three: { <<: [*usual], phases: *phases }
                four: *usual
            """);
        assertThat(benchmarks.budget("two").baselineMs()).isEqualTo(5);
        assertThat(benchmarks.budget("two").targetMs()).isEqualTo(2);
        assertThat(benchmarks.budget("three")).isEqualTo(benchmarks.budget("one"));
        assertThat(benchmarks.budget("four")).isEqualTo(benchmarks.budget("one"));
    }

    /** In the order of {@link Limit}. */
    private static Map<Limit, Double> limits(double... values) {
        Map<Limit, Double> limits = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            limits.put(limit, values[limits.size()]);
        }
        return limits;
    }

    private Compiled instrumentation(String text) throws IOException {
        return withoutProblems(new ConfigFolder(folder).with(ConfigFolder.INSTRUMENTATION, text));
    }

    private Benchmarks benchmarks(String text) throws IOException {
        return withoutProblems(new ConfigFolder(folder).with(ConfigFolder.BENCHMARKS, text))
                .benchmarks();
    }

    private AlertPolicies alerts(String text) throws IOException {
        return withoutProblems(new ConfigFolder(folder).with(ConfigFolder.ALERTS, text))
                .alerts();
    }

    private static Compiled withoutProblems(ConfigFolder config) {
        Reading reading = config.read();
        assertThat(reading.problems()).isEmpty();
        return reading.settings();
    }

    private static void assertStandard(Compiled settings) {
        assertThat(settings).usingRecursiveComparison().ignoringFields("alerts").isEqualTo(Compiled.STANDARD);
        for (AlertType type : AlertType.values()) {
            assertThat(settings.alerts().of(type)).isEqualTo(AlertPolicies.standard(type));
        }
    }
}
