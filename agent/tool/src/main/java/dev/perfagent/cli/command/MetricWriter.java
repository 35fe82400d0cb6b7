package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.export.Form;
import dev.perfagent.export.bmf.BencherMetrics;
import dev.perfagent.export.datadog.DatadogPoints;
import dev.perfagent.export.emf.EmbeddedMetrics;
import dev.perfagent.export.influx.InfluxLines;
import dev.perfagent.export.newrelic.NewRelicMetrics;
import dev.perfagent.export.otlp.OtlpMetrics;
import dev.perfagent.export.otlp.OtlpTraces;
import dev.perfagent.export.prometheus.PrometheusMetrics;
import dev.perfagent.export.push.Packing;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import dev.perfagent.tally.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes runs in the forms of programs that keep metrics. */
final class MetricWriter {
    /** As many as a request of these services has room for. */
    static final int RUNS_AT_ONCE = 200;

    private final StoredRuns stored;
    private final RunSelection selection;
    private final String prefix;

    /** @param prefix of metrics' names for Prometheus */
    MetricWriter(StoredRuns stored, RunSelection selection, String prefix) {
        this.stored = stored;
        this.selection = selection;
        this.prefix = prefix;
    }

    /** Whether any run was written. */
    boolean write(Format format, Output to) throws IOException {
        boolean any =
                switch (format) {
                    case PROMETHEUS -> writePrometheus(false, to);
                    case OPENMETRICS -> writePrometheus(true, to);
                    case BMF -> writeBencher(to);
                    default -> {
                        Map<Form, Output> outputs = new LinkedHashMap<>();
                        forms(format).forEach(form -> outputs.put(form, to));
                        yield writeForms(outputs, limit(format));
                    }
                };
        to.flush();
        return any;
    }

    /** What runs are written as one by one. */
    static List<Form> forms(Format format) {
        return switch (format) {
            case INFLUX -> List.of(new InfluxLines());
            case EMF -> List.of(new EmbeddedMetrics());
            case DATADOG -> List.of(DatadogPoints.series(), DatadogPoints.distributions());
            case NEWRELIC -> List.of(new NewRelicMetrics());
            case OTLP -> List.of(new OtlpTraces(), new OtlpMetrics());
            default -> throw new IllegalArgumentException("no form of single runs: " + format);
        };
    }

    /** What a line may have, because it is sent as it is; null where lines are never long. */
    private static @Nullable Packing limit(Format format) {
        return switch (format) {
            case DATADOG -> Packing.DATADOG;
            case NEWRELIC -> Packing.NEW_RELIC;
            case OTLP -> Packing.OTLP;
            default -> null;
        };
    }

    private boolean writePrometheus(boolean openMetrics, Output to) throws IOException {
        String text = prometheus(openMetrics);
        to.file(text);
        return !text.isEmpty();
    }

    /** Empty without runs. */
    String prometheus(boolean openMetrics) throws IOException {
        PrometheusMetrics metrics = new PrometheusMetrics();
        boolean[] any = {false};
        stored.read(selection, run -> {
            metrics.add(run.run());
            any[0] = true;
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (any[0]) {
            metrics.write(prefix, openMetrics, bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private boolean writeBencher(Output to) throws IOException {
        Tally tally = stored.collect(selection, Tally.collector(selection.kind()));
        to.json(BencherMetrics.of(tally));
        return tally.counts().runs() > 0;
    }

    /** As OpenTelemetry's file exporter does: a file has one kind of data. */
    boolean writeOtlp(Output traces, Output metrics) throws IOException {
        Map<Form, Output> outputs = new LinkedHashMap<>();
        outputs.put(new OtlpTraces(), traces);
        outputs.put(new OtlpMetrics(), metrics);
        boolean any = writeForms(outputs, Packing.OTLP_FILE);
        traces.flush();
        metrics.flush();
        return any;
    }

    private boolean writeForms(Map<Form, Output> forms, @Nullable Packing limit) throws IOException {
        List<StoredRun> batch = new ArrayList<>();
        boolean[] any = {false};
        stored.read(selection, run -> {
            any[0] = true;
            batch.add(run.run());
            if (batch.size() == RUNS_AT_ONCE) {
                write(batch, forms, limit);
            }
        });
        write(batch, forms, limit);
        return any[0];
    }

    private static void write(List<StoredRun> batch, Map<Form, Output> forms, @Nullable Packing limit) {
        if (!batch.isEmpty()) {
            forms.forEach((form, to) -> write(batch, form, limit, to));
        }
        batch.clear();
    }

    /** A line with all of them, or, like a push, halves that each fit. */
    private static void write(List<StoredRun> runs, Form form, @Nullable Packing limit, Output to) {
        String text = form.text(runs);
        if (limit != null && runs.size() > 1 && !limit.fits(text)) {
            int half = runs.size() / 2;
            write(runs.subList(0, half), form, limit, to);
            write(runs.subList(half, runs.size()), form, limit, to);
            return;
        }
        to.file(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
    }
}
