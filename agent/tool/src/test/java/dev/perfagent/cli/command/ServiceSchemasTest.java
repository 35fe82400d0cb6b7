package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is exported for services whose schema is not a file: the rules of their public documentation.
 *
 * <p>Datadog: docs.datadoghq.com/api/latest/metrics (submit metrics v2, submit distribution points v1) and
 * docs.datadoghq.com/metrics/custom_metrics/#naming-custom-metrics. New Relic:
 * docs.newrelic.com/docs/data-apis/ingest-apis/metric-api/report-metrics-metric-api and metric-api-limits-restricted-attributes.
 */
class ServiceSchemasTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A letter first, then letters, digits, underscores and full stops; at most 200. */
    private static final Pattern DATADOG_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,199}");

    /** What New Relic's metrics are made of, which no attribute may be called, and what it sets itself. */
    private static final List<String> NEW_RELIC_KEYS = List.of(
            "type",
            "value",
            "timestamp",
            "interval.ms",
            "common",
            "metrics",
            "count",
            "sum",
            "min",
            "max",
            "metricName",
            "endTimestamp");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @BeforeEach
    void twoRuns() throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.full("a", "2026-11-20T09:30:15.123Z"),
                        SampleRun.full("b", "2026-11-20T09:30:15.456Z").command("x".repeat(4000) + "\u202e\n"));
    }

    @Test
    void datadogSeriesAreThoseOfVersionTwo() {
        JsonNode body = lines("datadog").get(0);

        assertThat(body.propertyNames()).containsExactly("series");
        assertThat(body.path("series").values()).isNotEmpty().allSatisfy(series -> {
            assertThat(series.propertyNames()).isSubsetOf("metric", "tags", "type", "interval", "resources", "points");
            assertThat(series.path("metric").asString()).matches(DATADOG_NAME);
            assertThat(series.path("type").asInt()).isIn(1, 3); // count, gauge
            assertThat(series.has("interval")).isEqualTo(series.path("type").asInt() == 1);
            assertTags(series.path("tags"));
            assertThat(series.path("resources").values()).hasSize(1).allSatisfy(resource -> {
                assertThat(resource.propertyNames()).containsExactlyInAnyOrder("name", "type");
                assertThat(resource.path("type").asString()).isEqualTo("host");
            });
            assertThat(series.path("points").values()).isNotEmpty().allSatisfy(point -> {
                assertThat(point.propertyNames()).containsExactlyInAnyOrder("timestamp", "value");
                assertThat(point.path("timestamp").asLong()).isEqualTo(1_795_167_015L);
                assertThat(point.path("value").isNumber()).isTrue();
            });
        });
    }

    @Test
    void datadogDistributionsAreThoseOfVersionOne() {
        JsonNode body = lines("datadog").get(1);

        assertThat(body.propertyNames()).containsExactly("series");
        assertThat(body.path("series").values()).isNotEmpty().allSatisfy(series -> {
            assertThat(series.propertyNames()).isSubsetOf("metric", "tags", "host", "type", "points");
            assertThat(series.path("metric").asString()).matches(DATADOG_NAME);
            assertTags(series.path("tags"));
            assertThat(series.path("points").values()).isNotEmpty().allSatisfy(point -> {
                assertThat(point.isArray()).isTrue();
                assertThat(point.path(0).isIntegralNumber()).isTrue();
                assertThat(point.path(1).values()).isNotEmpty().allMatch(JsonNode::isNumber);
            });
        });
    }

    @Test
    void newRelicsMetricsHaveWhatTheMetricApiAsksFor() {
        JsonNode body = lines("newrelic").get(0);

        assertThat(body.isArray()).isTrue();
        assertThat(body.path(0).propertyNames()).containsExactlyInAnyOrder("common", "metrics");
        Collection<JsonNode> metrics = body.at("/0/metrics").values();
        assertThat(metrics).isNotEmpty().allSatisfy(metric -> {
            assertThat(metric.propertyNames())
                    .isSubsetOf("name", "type", "value", "timestamp", "interval.ms", "attributes");
            assertThat(metric.path("name").asString()).startsWith("perf_agent.").hasSizeLessThan(255);
            assertThat(metric.path("type").asString()).isIn("count", "gauge");
            assertThat(metric.path("value").isNumber()).isTrue();
            assertThat(metric.path("timestamp").asLong()).isBetween(1_795_167_015_000L, 1_795_167_016_000L);
            boolean isCount = metric.path("type").asString().equals("count");
            assertThat(metric.path("interval.ms").asLong() > 0).isEqualTo(isCount);
            JsonNode attributes = metric.path("attributes");
            assertThat(attributes.size()).isLessThanOrEqualTo(100);
            assertThat(attributes.propertyNames())
                    .isNotEmpty()
                    .allMatch(name -> name.matches("[A-Za-z0-9:._]{1,254}"))
                    .noneMatch(name -> name.startsWith("newrelic.") || name.startsWith("entity."))
                    .doesNotContain(metric.path("name").asString())
                    .doesNotContainAnyElementsOf(NEW_RELIC_KEYS);
            assertThat(attributes.values()).allMatch(value -> value.asString().length() <= 4096);
        });
        assertThat(metrics)
                .anyMatch(metric -> metric.path("name").asString().equals("perf_agent.command.duration_ms")
                        && metric.path("value").asDouble() == 2450)
                .anyMatch(
                        metric -> metric.at("/attributes/alert_type").asString().equals("cache_hit_rate_low"));
    }

    private List<JsonNode> lines(String format) {
        return ToolRun.of(home, "export", "--format", format)
                .out()
                .lines()
                .map(MAPPER::readTree)
                .toList();
    }

    /** At most 200 characters, without a line end. */
    private static void assertTags(JsonNode tags) {
        assertThat(tags.values())
                .isNotEmpty()
                .allMatch(tag ->
                        tag.asString().length() <= 200 && tag.asString().chars().noneMatch(Character::isISOControl));
    }
}
