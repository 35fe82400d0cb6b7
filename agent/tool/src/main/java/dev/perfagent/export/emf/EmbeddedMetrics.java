package dev.perfagent.export.emf;

import dev.perfagent.export.Form;
import dev.perfagent.export.figure.FigureGroup;
import dev.perfagent.export.figure.RunFigure;
import dev.perfagent.export.figure.RunFigures;
import dev.perfagent.history.StoredRun;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One document on a line for each thing that a run has figures of, as CloudWatch finds them in logs. */
public final class EmbeddedMetrics implements Form {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The end of a value that was too long. */
    private static final char CUT = '\u2026';

    private final RunFigures figures = new RunFigures();

    @Override
    public String path() {
        return "";
    }

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public String text(List<StoredRun> runs) {
        StringBuilder lines = new StringBuilder();
        for (StoredRun run : runs) {
            for (FigureGroup group : figures.of(run)) {
                lines.append(MAPPER.writeValueAsString(document(run, group))).append('\n');
            }
        }
        return lines.toString();
    }

    private static ObjectNode document(StoredRun run, FigureGroup group) {
        ObjectNode document = MAPPER.createObjectNode();
        ObjectNode aws = document.putObject("_aws").put("Timestamp", run.start().toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "perf-agent");
        ArrayNode dimensions = directive.putArray("Dimensions").addArray();
        ArrayNode metrics = directive.putArray("Metrics");
        group.labels().forEach((label, value) -> {
            document.put(label, isDimension(label) ? ascii(value) : value);
            if (isDimension(label)) {
                dimensions.add(label);
            }
        });
        document.put("execution_id", run.id());
        for (RunFigure figure : group.figures()) {
            String name = group.thing() + "_" + figure.name();
            metrics.addObject().put("Name", name).put("Unit", unit(figure.unit()));
            document.put(name, figure.value());
        }
        return document;
    }

    /** Each combination of dimensions is a metric that is paid for; version, outcome and host can be searched in the logs. */
    private static boolean isDimension(String label) {
        return switch (label) {
            case "version", "outcome", "host" -> false;
            default -> true;
        };
    }

    /** A dimension has only characters of ASCII; with the others written by their numbers, different names stay different. */
    private static String ascii(String value) {
        StringBuilder ascii = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (c >= ' ' && c <= '~') {
                ascii.append((char) c);
            } else {
                ascii.append(c == CUT ? "..." : "{" + Integer.toHexString(c) + "}");
            }
        });
        return ascii.toString();
    }

    private static String unit(RunFigure.Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> "Milliseconds";
            case BYTES -> "Bytes";
            case COUNT -> "Count";
        };
    }
}
