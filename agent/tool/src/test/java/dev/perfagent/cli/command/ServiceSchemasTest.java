package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private static final int RUNS = 230;
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

    /** Each line is sent as it is, so each has to be as short as its service documents, and no run may be lost on the way. */
    @ParameterizedTest
    @CsvSource({
        "datadog, 5242879, 512000",
        "newrelic, 1000000, 1000000",
        "otlp, 4000000, 4000000",
        "otlp-file, 1048576, 1048576"
    })
    void aLineIsAsShortAsItsServiceAsksFor(String format, int most, int mostPacked) throws IOException {
        SampleHome runs = new SampleHome(home);
        for (int i = 0; i < RUNS; i++) {
            SampleRun run = SampleRun.full("run-" + i, "2026-11-20T09:3" + i % 10 + ":15.123Z");
            for (int phase = 0; phase < 60; phase++) {
                run.phase("phase " + phase + " of " + i % 20 + " ".repeat(40) + "x", 1 + i + phase / 7.0);
            }
            runs.add(run);
        }
        Path out = Files.createDirectories(home.resolve("out"));

        assertThat(ToolRun.of(home, "export", "--format", format, "--output", out.toString()))
                .isEqualTo(new ToolRun(0, "", ""));

        int all = RUNS + 2;
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        assertThat(lines).hasSizeGreaterThan(2).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(most);
            assertThat(deflated(line)).isLessThanOrEqualTo(mostPacked);
        });
        assertThat(lines.stream()
                        .mapToInt(line -> runsIn(MAPPER.readTree(line)))
                        .sum())
                .isEqualTo(format.startsWith("otlp") ? 2 * all : all);
    }

    private static int deflated(String line) {
        Deflater deflater = new Deflater();
        deflater.setInput(line.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            deflater.deflate(buffer);
        }
        int bytes = (int) deflater.getBytesWritten();
        deflater.end();
        return bytes;
    }

    /** Those that a line has, of Datadog those in the metric that counts them. */
    private static int runsIn(JsonNode line) {
        if (line.isArray()) {
            return (int) line.at("/0/metrics").values().stream()
                    .filter(metric -> metric.path("name").asString().equals("perf_agent.command.runs"))
                    .count();
        }
        if (line.has("series")) {
            return line.path("series").values().stream()
                    .filter(series -> series.path("metric").asString().equals("perf_agent.command.runs"))
                    .flatMap(series -> series.path("points").values().stream())
                    .mapToInt(point -> point.path("value").asInt())
                    .sum();
        }
        return line.path("resourceSpans").size() + line.path("resourceMetrics").size();
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
