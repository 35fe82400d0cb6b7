package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.MetricsData;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported for OpenTelemetry, read by the protobuf definitions that OpenTelemetry publishes. */
class OtlpSchemaTest {
    /** In OTLP's JSON, ids are hexadecimal, where protobuf's own JSON has base64. */
    private static final Pattern IDS = Pattern.compile("\"(traceId|spanId|parentSpanId)\":\"([0-9a-f]+)\"");

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @Test
    void tracesAndMetricsAreWhatTheDefinitionsHave() throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.full("a", "2026-11-20T09:30:15.123Z"),
                        SampleRun.full("b", "2026-11-20T09:31:15.123Z")
                                .json("environment", "{\"pid\":4711,\"traceparent\":\"" + PARENT + "\"}")
                                .outcome("error", 7));

        List<String> lines =
                ToolRun.of(home, "export", "--format", "otlp").out().lines().toList();

        assertThat(lines).hasSize(2);
        ExportTraceServiceRequest.Builder traces = ExportTraceServiceRequest.newBuilder();
        ExportMetricsServiceRequest.Builder metrics = ExportMetricsServiceRequest.newBuilder();
        read(lines.get(0), traces);
        read(lines.get(1), metrics);
        assertThat(traces.getResourceSpansList()).hasSize(2).allSatisfy(OtlpSchemaTest::isWhole);
        Span failed = traces.getResourceSpans(1).getScopeSpans(0).getSpans(0);
        assertThat(HexFormat.of().formatHex(failed.getTraceId().toByteArray())).isEqualTo(PARENT.substring(3, 35));
        assertThat(HexFormat.of().formatHex(failed.getParentSpanId().toByteArray()))
                .isEqualTo(PARENT.substring(36, 52));
        assertThat(failed.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(failed.getAttributesList())
                .anyMatch(attribute -> attribute.getKey().equals("process.exit.code")
                        && attribute.getValue().getIntValue() == 7)
                .anyMatch(attribute -> attribute.getKey().equals("process.pid")
                        && attribute.getValue().getIntValue() == 4711);
        assertThat(metrics.getResourceMetricsList()).hasSize(2).allSatisfy(OtlpSchemaTest::isWhole);
    }

    /** The specification of the file exporter: JSON lines, one kind of data in a file, {@code .jsonl}. */
    @Test
    void aFileHasTracesOrMetrics() throws IOException {
        SampleHome runs = new SampleHome(home);
        for (int i = 0; i < MetricWriter.RUNS_AT_ONCE + 1; i++) {
            runs.add(SampleRun.full("r" + i, "2026-11-20T09:30:15.123Z"));
        }
        Path folder = home.resolve("otlp");

        assertThat(ToolRun.of(home, "export", "--format", "otlp-file", "--output", folder.toString()))
                .isEqualTo(new ToolRun(0, "", ""));

        TracesData.Builder traces = TracesData.newBuilder();
        MetricsData.Builder metrics = MetricsData.newBuilder();
        for (String line : Files.readAllLines(folder.resolve("traces.jsonl"))) {
            TracesData.Builder one = TracesData.newBuilder();
            read(line, one);
            traces.mergeFrom(one.build());
        }
        for (String line : Files.readAllLines(folder.resolve("metrics.jsonl"))) {
            MetricsData.Builder one = MetricsData.newBuilder();
            read(line, one);
            metrics.mergeFrom(one.build());
        }
        assertThat(traces.getResourceSpansList())
                .hasSize(MetricWriter.RUNS_AT_ONCE + 1)
                .allSatisfy(OtlpSchemaTest::isWhole);
        assertThat(metrics.getResourceMetricsList())
                .hasSize(MetricWriter.RUNS_AT_ONCE + 1)
                .allSatisfy(OtlpSchemaTest::isWhole);
        assertThat(ToolRun.of(home, "export", "--format", "otlp-file").err())
                .contains("otlp-file is two files; give a folder for them with --output");
    }

    /** What OTLP asks for beyond the types of fields. */
    private static void isWhole(ResourceSpans resource) {
        assertThat(resource.getResource().getAttributesList())
                .anyMatch(attribute -> attribute.getKey().equals("service.name"));
        assertThat(resource.getScopeSpans(0).getSpansList()).isNotEmpty().allSatisfy(span -> {
            assertThat(span.getTraceId().size()).isEqualTo(16);
            assertThat(span.getSpanId().size()).isEqualTo(8);
            assertThat(span.getName()).isNotEmpty();
            assertThat(span.getStartTimeUnixNano()).isPositive().isLessThanOrEqualTo(span.getEndTimeUnixNano());
            assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_INTERNAL);
        });
    }

    private static void isWhole(ResourceMetrics resource) {
        assertThat(resource.getScopeMetrics(0).getMetricsList()).isNotEmpty().allSatisfy(metric -> {
            assertThat(metric.getName()).startsWith("perf_agent.");
            assertThat(metric.getDataCase()).isIn(Metric.DataCase.GAUGE, Metric.DataCase.SUM);
            if (metric.hasSum()) {
                assertThat(metric.getSum().getAggregationTemporality())
                        .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
                assertThat(metric.getSum().getDataPoints(0).getStartTimeUnixNano())
                        .isLessThanOrEqualTo(metric.getSum().getDataPoints(0).getTimeUnixNano());
            }
        });
    }

    /** Fails on a field that the definition does not know. */
    private static void read(String json, Message.Builder to) throws IOException {
        JsonFormat.parser()
                .merge(
                        IDS.matcher(json)
                                .replaceAll(id -> "\"" + id.group(1) + "\":\""
                                        + Base64.getEncoder()
                                                .encodeToString(HexFormat.of().parseHex(id.group(2)))
                                        + "\""),
                        to);
    }
}
