package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.OutcomeOption;
import dev.perfagent.cli.option.PushOptions;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.run.ResourceCsv;
import dev.perfagent.cli.view.run.RunCsv;
import dev.perfagent.export.NewFile;
import dev.perfagent.export.prometheus.PrometheusMetrics;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes runs for other programs. */
@Command(
        name = "export",
        addMethodSubcommands = false,
        header = "Writes runs for other programs, the oldest day first.",
        description = {
            "",
            "ndjson: the records as they are stored, one per line; json: the same records in one document; csv: three "
                    + "tables, runs.csv and resources.csv with one row per run and timing.csv with one row per phase. "
                    + "--format is required.",
            "prometheus, openmetrics and bmf add runs up; influx, emf, datadog, newrelic and otlp have each run. "
                    + "influx, datadog, newrelic and otlp can be sent with --push. otlp-file is two files, "
                    + "traces.jsonl and metrics.jsonl. See docs/export.md."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar export --format csv --timeframe month --output sheets",
            "  java -jar perf-agent.jar export --format prometheus --output metrics/perf.prom",
            "  java -jar perf-agent.jar export --format otlp --push --dry-run",
            "  java -jar perf-agent.jar export --format ndjson --command batch \\",
            "      | jq .duration.total_ms"
        })
final class ExportCommand implements Callable<Integer>, ManyFormats {
    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final Session session;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    @Mixin
    private final OutcomeOption outcome = new OutcomeOption();

    @Option(
            names = {"--output", "--out"},
            paramLabel = "PATH",
            description =
                    "Write to this file, or folder for csv and otlp-file, instead of standard output. What is there is"
                            + " replaced when the export is complete.")
    private @Nullable Path out;

    @Mixin
    private final PushOptions push = new PushOptions();

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = PrometheusMetrics.PREFIX,
            description =
                    "What names of metrics begin with, for prometheus and openmetrics; by default ${DEFAULT-VALUE}.")
    private String prefix = PrometheusMetrics.PREFIX;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return Set.of(
                Format.JSON,
                Format.CSV,
                Format.NDJSON,
                Format.PROMETHEUS,
                Format.OPENMETRICS,
                Format.INFLUX,
                Format.BMF,
                Format.EMF,
                Format.DATADOG,
                Format.NEWRELIC,
                Format.OTLP,
                Format.OTLP_FILE);
    }

    @Override
    public Integer call() throws IOException {
        Format format = session.common().format();
        if (out == null && !push.isPush() && (format == Format.CSV || format == Format.OTLP_FILE)) {
            throw new ParameterException(
                    spec.commandLine(),
                    format.text() + " is " + (format == Format.CSV ? "three" : "two")
                            + " files; give a folder for them with --output");
        }
        if (push.isMoreGiven() && !push.isPush()) {
            throw new ParameterException(spec.commandLine(), "--dry-run and --endpoint are for --push");
        }
        if (push.isPush() && out != null) {
            throw new ParameterException(
                    spec.commandLine(), "--push sends runs, --output writes them; give one of them");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--prefix has to be letters, digits and _, and to begin with a letter or _");
        }
        RunSender sender = push.isPush() ? RunSender.of(session, format, push, spec) : null;
        Upkeep.before(session, from);
        StoredRuns stored = StoredRuns.open(session, from);
        if (sender != null) {
            Integer code = sender.send(stored, selection());
            return code == null ? NoRunFits.report(session, stored, selection()) : code;
        }
        return write(format, stored) ? ExitCode.FINE : NoRunFits.report(session, stored, selection());
    }

    /** Whether any run was written. Without one, a file that is there from before stays. */
    private boolean write(Format format, StoredRuns stored) throws IOException {
        if (out == null) {
            return writeRecords(format, stored, session.out());
        }
        if (format == Format.CSV) {
            return writeTables(stored, out);
        }
        if (format == Format.OTLP_FILE) {
            return writeOtlp(stored, out);
        }
        Path file = Files.isDirectory(out) ? out.resolve(fileName(format)) : out;
        try (NewFile written = NewFile.at(file)) {
            boolean any = writeRecords(format, stored, output(written));
            if (any) {
                written.complete();
            }
            return any;
        }
    }

    /** In a folder. A node_exporter reads files of that ending only. */
    private static String fileName(Format format) {
        return format == Format.PROMETHEUS ? "perf-agent.prom" : "runs." + format.text();
    }

    private boolean writeRecords(Format format, StoredRuns stored, Output to) throws IOException {
        if (format != Format.JSON && format != Format.NDJSON) {
            return new MetricWriter(stored, selection(), prefix).write(format, to);
        }
        boolean document = format == Format.JSON;
        if (document) {
            to.json("{\"schema\":1,\"runs\":[");
        }
        boolean[] any = {false};
        stored.read(selection(), run -> {
            to.json(document && any[0] ? "," + run.json() : run.json());
            any[0] = true;
        });
        if (document) {
            to.json("],\"skipped_lines\":" + stored.history().tally().skippedLines() + "}");
        }
        to.flush();
        return any[0];
    }

    private boolean writeTables(StoredRuns stored, Path folder) throws IOException {
        boolean[] any = {false};
        try (NewFile runs = NewFile.at(folder.resolve("runs.csv"));
                NewFile phases = NewFile.at(folder.resolve("timing.csv"));
                NewFile resources = NewFile.at(folder.resolve("resources.csv"))) {
            Output runTable = output(runs);
            Output phaseTable = output(phases);
            Output resourceTable = output(resources);
            runTable.file(RunCsv.runHeading());
            phaseTable.file(RunCsv.phaseHeading());
            resourceTable.file(ResourceCsv.heading());
            stored.read(selection(), run -> {
                runTable.file(RunCsv.run(run.run()));
                phaseTable.file(RunCsv.phases(run.run()));
                resourceTable.file(ResourceCsv.row(run.run()));
                any[0] = true;
            });
            runTable.flush();
            phaseTable.flush();
            resourceTable.flush();
            if (any[0]) {
                runs.complete();
                phases.complete();
                resources.complete();
            }
        }
        return any[0];
    }

    private boolean writeOtlp(StoredRuns stored, Path folder) throws IOException {
        try (NewFile traces = NewFile.at(folder.resolve("traces.jsonl"));
                NewFile metrics = NewFile.at(folder.resolve("metrics.jsonl"))) {
            boolean any = new MetricWriter(stored, selection(), prefix).writeOtlp(output(traces), output(metrics));
            if (any) {
                traces.complete();
                metrics.complete();
            }
            return any;
        }
    }

    /** Without a time all runs are passed on, those of a clock that was wrong too. */
    private RunSelection selection() {
        RunSelection wanted = selection.hasTime()
                ? selection.selection()
                : selection.selection().in(TimeRange.EVER);
        return wanted.thatEnded(outcome.outcome());
    }

    private Output output(NewFile file) {
        return new Output(file.stream(), StandardCharsets.UTF_8, session.out().screen());
    }
}
