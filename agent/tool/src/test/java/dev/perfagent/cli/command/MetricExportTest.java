package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code export} writes for programs that keep metrics. */
class MetricExportTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @Test
    void prometheusAddsRunsUp() throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.full("a", "2026-11-20T09:30:15.123Z"),
                        SampleRun.full("b", "2026-11-20T09:31:15.123Z").took(40));

        // Without the labels that all of them have.
        List<String> lines = export("prometheus")
                .lines()
                .map(line -> line.replace("application=\"ghpm\",", "").replace("command=\"batch\"", "_"))
                .toList();

        assertThat(lines)
                .contains(
                        "# TYPE perf_agent_command_duration_seconds histogram",
                        "perf_agent_command_duration_seconds_bucket{_,outcome=\"success\",le=\"0.05\"} 1",
                        "perf_agent_command_duration_seconds_bucket{_,outcome=\"success\",le=\"+Inf\"} 2",
                        "perf_agent_command_duration_seconds_count{_,outcome=\"success\"} 2",
                        "perf_agent_command_duration_seconds_sum{_,outcome=\"success\"} 2.49",
                        "perf_agent_api_requests_total{_,endpoint=\"POST /graphql\"} 20.0",
                        "perf_agent_api_rate_limit_remaining{resource=\"core\"} 4975.0",
                        "perf_agent_cache_hits_total{cache=\"field-definitions\",_} 16.0",
                        "perf_agent_alerts_total{_,severity=\"warning\",type=\"performance_degradation\"} 2.0",
                        "perf_agent_heap_peak_bytes{_} 8.1788928E7",
                        "perf_agent_phase_duration_seconds_total{_,phase=\"processing\"} 1.4");
    }

    @Test
    void openMetricsEndsAsItHasToAndAnotherPrefixIsTaken() throws IOException {
        new SampleHome(home).add(SampleRun.full("a", "2026-11-20T09:30:15.123Z"));

        String text = export("openmetrics", "--prefix", "ghpm_");

        assertThat(text)
                .endsWith("# EOF\n")
                .contains("# UNIT ghpm_command_duration_seconds seconds")
                .doesNotContain("perf_agent_");
        assertThat(ToolRun.of(home, "export", "--format", "prometheus", "--prefix", "1 a"))
                .isEqualTo(new ToolRun(
                        2,
                        "",
                        "perf-agent: --prefix has to be letters, digits and _, and to begin with a letter or _\n"
                                + "See: perf-agent export --help\n"));
    }

    @Test
    void namesAreBoundedInNumberAndLengthAndHaveNoControlCharacters() throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < 300; i++) {
            sample.add(SampleRun.plain("a" + i, "2026-11-20T09:30:15Z").command("c" + i));
        }
        sample.add(SampleRun.plain("b", "2026-11-20T09:20:15Z").application("x".repeat(4000)));
        sample.add(SampleRun.plain("c", "2026-11-20T09:20:15Z").application("a\u202e\"\\\n\u0000b"));

        List<String> lines = export("prometheus").lines().toList();

        String count = "perf_agent_command_duration_seconds_count{application=\"";
        assertThat(lines.stream().filter(line -> line.startsWith(count)).map(line -> line.substring(count.length())))
                .hasSizeLessThanOrEqualTo(203)
                .contains(
                        "ghpm\",command=\"(others)\",outcome=\"success\"} 100",
                        "a?\\\"\\\\??b\",command=\"(others)\",outcome=\"success\"} 1");
        assertThat(lines).allMatch(line -> line.length() < 400);
    }

    /** Each name is a series that a store keeps; only traces are looked up by it, and have as many as there are. */
    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "openmetrics", "influx", "emf", "datadog", "newrelic", "otlp"})
    void namesAreBoundedInEachFormat(String format) throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < 300; i++) {
            sample.add(SampleRun.plain("a" + i, "2026-11-20T09:30:15Z").application("app-" + i + "-"));
        }
        sample.add(SampleRun.plain("b", "2026-11-20T09:20:15Z")
                .application("x".repeat(4000))
                .command("y".repeat(4000))
                .host("\u202ez"));

        String text = export(format);

        assertThat(text).doesNotContain("x".repeat(101), "y".repeat(101), "\u202e");
        String metrics = text.lines()
                .filter(line -> !line.startsWith("{\"resourceSpans\""))
                .collect(Collectors.joining("\n"));
        assertThat(Pattern.compile("app-\\d+-")
                        .matcher(metrics)
                        .results()
                        .map(MatchResult::group)
                        .distinct())
                .hasSizeBetween(198, 200);
    }

    @Test
    void influxHasALineForEachThingOfARun() throws IOException {
        new SampleHome(home).add(SampleRun.full("a", "2026-11-20T09:30:15.123Z").command("do it, now=\\"));

        assertThat(export("influx").lines())
                .anyMatch(line -> line.startsWith("perf_agent_command,application=ghpm,command=do\\ it\\,\\ now\\=/,"
                                + "version=2.0.0,outcome=success,host=build-7 runs=1i,duration_ms=2450.0,")
                        && line.endsWith(" 1795167015123000097"))
                .anyMatch(line -> line.contains(",resource=core limit=5000i,remaining=4975i,consumed=12i "))
                .allMatch(line ->
                        line.matches("perf_agent_\\w+(,\\w+=(\\\\.|[^ ,=\\\\])+)+ (\\w+=[0-9.E]+i?,?)+ \\d{19}"));
    }

    @Test
    void ofTwoRunsOfTheSameMillisecondInfluxKeepsBoth() throws IOException {
        new SampleHome(home)
                .add(SampleRun.plain("a", "2026-11-20T09:30:15Z"), SampleRun.plain("b", "2026-11-20T09:30:15Z"));

        assertThat(export("influx").lines().map(line -> line.substring(line.lastIndexOf(' '))))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void bencherGetsAMedianWithItsIntervalForEachCommand() throws IOException {
        for (int i = 1; i <= 11; i++) {
            new SampleHome(home)
                    .add(SampleRun.full("a" + i, "2026-11-20T09:30:15Z").took(i));
        }

        JsonNode latency = MAPPER.readTree(export("bmf")).path("ghpm batch").path("latency");

        assertThat(latency.path("value").doubleValue()).isEqualTo(6e6);
        assertThat(latency.path("lower_value").doubleValue()).isEqualTo(2e6);
        assertThat(latency.path("upper_value").doubleValue()).isEqualTo(10e6);
    }

    @Test
    void cloudWatchFindsEachMetricThatALineAnnounces() throws IOException {
        new SampleHome(home).add(SampleRun.full("a", "2026-11-20T09:30:15.123Z"));

        for (String line : export("emf").lines().toList()) {
            JsonNode document = MAPPER.readTree(line);
            JsonNode directive = document.path("_aws").path("CloudWatchMetrics").path(0);
            assertThat(document.path("_aws").path("Timestamp").longValue()).isEqualTo(1795167015123L);
            assertThat(directive.path("Metrics").size()).isBetween(1, 100);
            directive.path("Metrics").forEach(metric -> assertThat(
                            document.path(metric.path("Name").stringValue()).isNumber())
                    .isTrue());
            directive.path("Dimensions").path(0).forEach(name -> assertThat(
                            document.path(name.stringValue()).isString())
                    .isTrue());
        }
    }

    /** As the documentation of CloudWatch's type "Dimension" asks for: ASCII, 1 to 1,024 characters, not only blanks. */
    @Test
    void cloudWatchGetsDimensionsOfAsciiThatStayDifferent() throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.plain("a", "2026-11-20T09:30:15Z").command("\u4e16\u754c"),
                        SampleRun.plain("b", "2026-11-20T09:30:16Z").command("\u4e16\u4e16"),
                        SampleRun.plain("c", "2026-11-20T09:30:17Z").command("\ud83d\ude00".repeat(4000)),
                        SampleRun.plain("d", "2026-11-20T09:30:18Z").command(" "));

        List<JsonNode> documents = export("emf").lines().map(MAPPER::readTree).toList();

        assertThat(documents.stream().map(document -> document.path("command").asString("")))
                .hasSize(4)
                .startsWith("{4e16}{754c}", "{4e16}{4e16}")
                .endsWith("")
                .doesNotHaveDuplicates();
        assertThat(documents).allSatisfy(document -> document.at("/_aws/CloudWatchMetrics/0/Dimensions/0")
                .forEach(name -> assertThat(document.path(name.stringValue()).stringValue())
                        .matches("[ -~]{1,1024}")
                        .isNotBlank()));
    }

    /** Names have 1 to 1,024 characters there, which may be bytes. */
    @Test
    void bencherGetsNamesOfALengthThatItTakes() throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.plain("a", "2026-11-20T09:30:15Z")
                                .application("")
                                .command(""),
                        SampleRun.plain("b", "2026-11-20T09:30:16Z").command("\ud83d\ude00".repeat(4000)),
                        SampleRun.plain("c", "2026-11-20T09:30:17Z").command("\ud83d\ude00".repeat(4001)));

        assertThat(MAPPER.readTree(export("bmf")).propertyNames())
                .hasSize(3)
                .contains("(no name)")
                .allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length <= 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "openmetrics", "influx", "emf"})
    void withoutRunsThereIsNothingAndAFileStays(String format) throws IOException {
        Path file = Files.writeString(home.resolve("metrics"), "before");

        ToolRun run = ToolRun.of(home, "export", "--format", format, "--output", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(file).hasContent("before");
    }

    private String export(String format, String... more) throws IOException {
        Path folder = Files.createDirectories(home.resolve("out"));
        String[] arguments = {"export", "--format", format, "--output", folder.toString()};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        assertThat(ToolRun.of(home, all)).isEqualTo(new ToolRun(0, "", ""));
        return Files.readString(folder.resolve(format.equals("prometheus") ? "perf-agent.prom" : "runs." + format));
    }
}
