package dev.perfagent.export.newrelic;

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

/** Figures of runs in the body of a request to New Relic's metric API. */
public final class NewRelicMetrics implements Form {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** "Restricted attributes": keys of the metric itself, so no names of attributes; {@code name} is an exception. */
    private static final Set<String> KEYS_OF_METRICS =
            Set.of("type", "value", "timestamp", "interval.ms", "common", "metrics", "count", "sum", "min", "max");

    private final RunFigures figures = new RunFigures();

    @Override
    public String path() {
        return "/metric/v1";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String text(List<StoredRun> runs) {
        ArrayNode body = MAPPER.createArrayNode();
        ObjectNode all = body.addObject();
        all.putObject("common").putObject("attributes").put("instrumentation.provider", "perf-agent");
        ArrayNode metrics = all.putArray("metrics");
        for (StoredRun run : runs) {
            for (FigureGroup group : figures.of(run)) {
                for (RunFigure figure : group.figures()) {
                    write(run, group, figure, metrics.addObject());
                }
            }
        }
        return metrics.isEmpty() ? "" : MAPPER.writeValueAsString(body);
    }

    private static void write(StoredRun run, FigureGroup group, RunFigure figure, ObjectNode metric) {
        boolean isSum = figure.kind() == RunFigure.Kind.SUM;
        metric.put("name", "perf_agent." + group.thing() + "." + figure.name() + unit(figure.unit()))
                .put("type", isSum ? "count" : "gauge")
                .put("value", figure.value())
                .put("timestamp", run.start().toEpochMilli());
        if (isSum) {
            metric.put("interval.ms", Math.max(1, Math.round(run.totalMs())));
        }
        ObjectNode attributes = metric.putObject("attributes");
        group.labels()
                .forEach((label, value) ->
                        attributes.put(KEYS_OF_METRICS.contains(label) ? group.thing() + "_" + label : label, value));
    }

    private static String unit(RunFigure.Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> "_ms";
            case BYTES -> "_bytes";
            case COUNT -> "";
        };
    }
}
