package dev.perfagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.AlertType;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import dev.perfagent.settings.ValuePath;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.PhaseBudget;
import dev.perfagent.threshold.Rating;
import dev.perfagent.threshold.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedFilesTest {
    private static final Set<Channel> BOTH = Set.of(Channel.CONSOLE, Channel.LOG);

    @Test
    void haveNoProblems() {
        assertThat(ConfigFolder.read(ConfigFolder.shipped()).problems()).isEmpty();
    }

    @Test
    void instrumentTheSampleTool() {
        Compiled settings = settings();
        assertThat(settings.application()).isEqualTo("ghpm");
        assertThat(settings.applicationVersion()).isEqualTo("2.0.0");
        List<String> names = new ArrayList<>();
        for (Rule rule : settings.rules()) {
            names.add(rule.section() + " " + rule.name());
        }
        assertThat(names)
                .containsExactly(
                        "phases initialization",
                        "phases authentication",
                        "phases data_fetching",
                        "phases processing",
                        "phases updating",
                        "phases updating",
                        "phases output_generation",
                        "api_clients issue_fetch",
                        "api_clients label_fetch",
                        "api_clients user_fetch",
                        "api_clients issue_update",
                        "api_clients label_create",
                        "context task_count");
        assertThat(settings.rules())
                .contains(
                        new Rule.Phase(
                                "processing",
                                new Target("com.example.ghpm.Processor", null, null, List.of("process*")),
                                0),
                        new Rule.Context(
                                "task_count",
                                new Target("com.example.ghpm.task.Ranking", null, null, List.of("of")),
                                new ValuePath(0, true)));
        assertThat(settings.gitHubHosts()).isEmpty();
        assertThat(settings.observe()).isEqualTo(ObservedKinds.ALL);
        assertThat(settings.journal()).isEqualTo(JournalSettings.STANDARD);
    }

    @Test
    void grantTheSampleToolItsBudgets() {
        Compiled settings = settings();
        assertThat(settings.benchmarks().baselineDate()).isEqualTo("2026-11-20");
        assertThat(settings.benchmarks().baselineVersion()).isEqualTo("2.0.0");
        assertThat(settings.benchmarks().commands()).containsOnlyKeys("batch", "status", "setup-complete");
        assertThat(settings.benchmarks().budget("batch"))
                .isEqualTo(new Budget(
                        Map.of(
                                Limit.BASELINE_MS, 1800.0,
                                Limit.TARGET_MS, 1500.0,
                                Limit.MAX_ACCEPTABLE_MS, 5000.0,
                                Limit.MAX_HEAP_DELTA_MB, 120.0,
                                Limit.MAX_API_REQUESTS, 50.0,
                                Limit.MIN_CACHE_HIT_RATE, 0.70),
                        Map.of("data_fetching", new PhaseBudget(2000.0, null)),
                        List.of("java", "-jar", "sample-cli/target/sample-cli.jar", "batch", "--demo")));
        assertThat(settings.benchmarks().scenarios())
                .containsExactly(new Scenario("large_project", Map.of("task_count", 200.0), Rating.GOOD));
    }

    @Test
    void setEveryAlert() {
        Compiled settings = settings();
        assertThat(settings.alerts().of(AlertType.PERFORMANCE_DEGRADATION))
                .isEqualTo(new AlertPolicy(true, 50.0, 3, BOTH));
        assertThat(settings.alerts().of(AlertType.PHASE_OVERRUN)).isEqualTo(new AlertPolicy(true, 150.0, 1, BOTH));
        assertThat(settings.alerts().of(AlertType.MEMORY_USAGE_HIGH))
                .isEqualTo(new AlertPolicy(true, 120.0, 1, Set.of(Channel.CONSOLE)));
        assertThat(settings.alerts().of(AlertType.API_REQUESTS_HIGH)).isEqualTo(new AlertPolicy(true, null, 1, BOTH));
        assertThat(settings.alerts().of(AlertType.API_RATE_LIMIT_WARNING))
                .isEqualTo(new AlertPolicy(true, 80.0, 1, BOTH));
        assertThat(settings.alerts().of(AlertType.CACHE_HIT_RATE_LOW)).isEqualTo(new AlertPolicy(true, 70.0, 1, BOTH));
    }

    private static Compiled settings() {
        return ConfigFolder.read(ConfigFolder.shipped()).settings();
    }
}
