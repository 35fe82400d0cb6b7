package dev.perfagent.export.influx;

import dev.perfagent.export.Form;
import dev.perfagent.export.figure.FigureGroup;
import dev.perfagent.export.figure.RunFigure;
import dev.perfagent.export.figure.RunFigures;
import dev.perfagent.history.StoredRun;
import java.util.List;

/** One line for each thing that a run has figures of. */
public final class InfluxLines implements Form {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final RunFigures figures = new RunFigures();

    /** InfluxDB 2 wants bucket and organisation in the address; its time unit is nanoseconds if nothing else is said. */
    @Override
    public String path() {
        return "";
    }

    @Override
    public String contentType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public String text(List<StoredRun> runs) {
        StringBuilder lines = new StringBuilder();
        for (StoredRun run : runs) {
            for (FigureGroup group : figures.of(run)) {
                line(group, nanos(run), lines);
            }
        }
        return lines.toString();
    }

    /** Of two lines with the same tags and time InfluxDB keeps one, so runs of the same millisecond differ below it. */
    private static long nanos(StoredRun run) {
        return run.start().toEpochMilli() * NANOS_PER_MILLI
                + Math.floorMod(run.id().hashCode(), NANOS_PER_MILLI);
    }

    private static void line(FigureGroup group, long nanos, StringBuilder to) {
        to.append("perf_agent_").append(group.thing());
        group.labels().forEach((label, value) -> {
            to.append(',').append(label).append('=');
            escape(value, to);
        });
        char before = ' ';
        for (RunFigure figure : group.figures()) {
            to.append(before)
                    .append(figure.name())
                    .append(suffix(figure.unit()))
                    .append('=');
            number(figure, to);
            before = ',';
        }
        to.append(' ').append(nanos).append('\n');
    }

    private static String suffix(RunFigure.Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> "_ms";
            case BYTES -> "_bytes";
            case COUNT -> "";
        };
    }

    /** A field keeps the type that its first value had, so each unit has one. */
    private static void number(RunFigure figure, StringBuilder to) {
        switch (figure.unit()) {
            case MILLISECONDS -> to.append(figure.value());
            case BYTES, COUNT -> to.append((long) figure.value()).append('i');
        }
    }

    /** A backslash at the end would escape what follows, and no escape for itself is known. */
    private static void escape(String value, StringBuilder to) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case ',', '=', ' ' -> to.append('\\').append(c);
                case '\\' -> to.append('/');
                default -> to.append(c);
            }
        }
    }
}
