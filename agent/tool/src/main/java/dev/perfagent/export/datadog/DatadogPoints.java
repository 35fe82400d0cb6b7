package dev.perfagent.export.datadog;

import dev.perfagent.export.Form;
import dev.perfagent.export.figure.FigureGroup;
import dev.perfagent.export.figure.RunFigure;
import dev.perfagent.export.figure.RunFigures;
import dev.perfagent.history.StoredRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Figures of runs in the bodies of two of Datadog's requests: counts and states as series, the rest as distributions. */
public final class DatadogPoints implements Form {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Datadog's numbers for types of series. */
    private static final int COUNT = 1;

    private static final int GAUGE = 3;

    private final boolean distributions;
    private final RunFigures figures = new RunFigures();

    private DatadogPoints(boolean distributions) {
        this.distributions = distributions;
    }

    /** What is counted, and what the newest value of counts. */
    public static DatadogPoints series() {
        return new DatadogPoints(false);
    }

    /** What percentiles are asked of. */
    public static DatadogPoints distributions() {
        return new DatadogPoints(true);
    }

    @Override
    public String path() {
        return distributions ? "/api/v1/distribution_points" : "/api/v2/series";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String text(List<StoredRun> runs) {
        Map<Metric, Map<Long, List<Double>>> metrics = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            for (FigureGroup group : figures.of(run)) {
                for (RunFigure figure : group.figures()) {
                    if ((figure.kind() == RunFigure.Kind.VALUE) == distributions) {
                        metrics.computeIfAbsent(Metric.of(group, figure), ignored -> new TreeMap<>())
                                .computeIfAbsent(run.start().getEpochSecond(), ignored -> new ArrayList<>())
                                .add(figure.value());
                    }
                }
            }
        }
        if (metrics.isEmpty()) {
            return "";
        }
        ObjectNode body = MAPPER.createObjectNode();
        ArrayNode series = body.putArray("series");
        metrics.forEach((metric, points) -> write(metric, points, series.addObject()));
        return MAPPER.writeValueAsString(body);
    }

    private void write(Metric metric, Map<Long, List<Double>> points, ObjectNode series) {
        series.put("metric", metric.name());
        ArrayNode tags = series.putArray("tags");
        metric.labels().forEach((label, value) -> {
            if (!label.equals("host")) {
                tags.add(label + ":" + value);
            }
        });
        String host = metric.labels().get("host");
        if (distributions) {
            if (host != null) {
                series.put("host", host);
            }
            ArrayNode all = series.putArray("points");
            points.forEach((second, values) -> {
                ArrayNode point = all.addArray().add(second);
                ArrayNode numbers = point.addArray();
                values.forEach(numbers::add);
            });
            return;
        }
        boolean isSum = metric.kind() == RunFigure.Kind.SUM;
        series.put("type", isSum ? COUNT : GAUGE);
        if (isSum) {
            series.put("interval", 1);
        }
        if (host != null) {
            series.putArray("resources").addObject().put("name", host).put("type", "host");
        }
        ArrayNode all = series.putArray("points");
        points.forEach((second, values) -> all.addObject()
                .put("timestamp", second)
                .put(
                        "value",
                        isSum
                                ? values.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .sum()
                                : values.get(values.size() - 1)));
    }

    /** What a series is known by. */
    private record Metric(String name, RunFigure.Kind kind, Map<String, String> labels) {
        static Metric of(FigureGroup group, RunFigure figure) {
            String unit =
                    switch (figure.unit()) {
                        case MILLISECONDS -> "_ms";
                        case BYTES -> "_bytes";
                        case COUNT -> "";
                    };
            return new Metric(
                    "perf_agent." + group.thing() + "." + figure.name() + unit, figure.kind(), group.labels());
        }
    }
}
