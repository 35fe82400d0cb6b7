package dev.perfagent.export.otlp;

import dev.perfagent.export.Form;
import dev.perfagent.export.figure.FigureGroup;
import dev.perfagent.export.figure.RunFigure;
import dev.perfagent.export.figure.RunFigures;
import dev.perfagent.history.StoredRun;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Figures of runs as an {@code ExportMetricsServiceRequest} in JSON: counts as sums of that run, the rest as gauges. */
public final class OtlpMetrics implements Form {
    /** OpenTelemetry's number for a sum that began with the run. */
    private static final int DELTA = 1;

    /** They are said of the resource. */
    private static final Set<String> OF_RESOURCE = Set.of("application", "version", "host");

    private static final double NANOS_PER_MS = 1e6;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final RunFigures figures = new RunFigures();

    @Override
    public String path() {
        return "/v1/metrics";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String text(List<StoredRun> runs) {
        ObjectNode request = MAPPER.createObjectNode();
        ArrayNode resources = request.putArray("resourceMetrics");
        for (StoredRun run : runs) {
            List<FigureGroup> groups = figures.of(run);
            ObjectNode resource = resources.addObject();
            OtlpAttributes.resource(groups.get(0).labels(), resource);
            ObjectNode scope = resource.putArray("scopeMetrics").addObject();
            scope.putObject("scope").put("name", "perf-agent");
            ArrayNode metrics = scope.putArray("metrics");
            for (FigureGroup group : groups) {
                for (RunFigure figure : group.figures()) {
                    write(run, group, figure, metrics.addObject());
                }
            }
        }
        return resources.isEmpty() ? "" : MAPPER.writeValueAsString(request);
    }

    private static void write(StoredRun run, FigureGroup group, RunFigure figure, ObjectNode metric) {
        boolean isSum = figure.kind() == RunFigure.Kind.SUM;
        metric.put("name", "perf_agent." + group.thing() + "." + figure.name()).put("unit", unit(figure.unit()));
        ObjectNode data = metric.putObject(isSum ? "sum" : "gauge");
        ObjectNode point = data.putArray("dataPoints").addObject();
        long start = OtlpAttributes.nanos(run);
        long tookNanos = run.totalMs() >= 0 ? Math.round(run.totalMs() * NANOS_PER_MS) : 0;
        point.put("startTimeUnixNano", Long.toString(start))
                .put("timeUnixNano", Long.toString(start + tookNanos))
                .put("asDouble", figure.value());
        OtlpAttributes attributes = new OtlpAttributes(point);
        group.labels().forEach((label, value) -> {
            if (!OF_RESOURCE.contains(label)) {
                attributes.text(label, value);
            }
        });
        if (isSum) {
            data.put("aggregationTemporality", DELTA).put("isMonotonic", true);
        }
    }

    private static String unit(RunFigure.Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> "ms";
            case BYTES -> "By";
            case COUNT -> "1";
        };
    }
}
