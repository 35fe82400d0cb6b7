package dev.perfagent.cli.command;

import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.GivenConfiguration;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.view.monitor.MonitorReport;
import dev.perfagent.cli.view.monitor.MonitorReportDocument;
import dev.perfagent.cli.view.monitor.MonitorReportJson;
import dev.perfagent.cli.view.run.RunCsv;
import dev.perfagent.export.NewFile;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import dev.perfagent.monitor.BadMinute;
import dev.perfagent.monitor.MachineLake;
import dev.perfagent.monitor.MachineSample;
import dev.perfagent.monitor.MachineSpan;
import dev.perfagent.monitor.MonitorFolder;
import dev.perfagent.monitor.MonitorStatus;
import dev.perfagent.monitor.WatchedRuns;
import dev.perfagent.tally.CommandName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports what the monitor saw. */
@Command(
        name = "report",
        addMethodSubcommands = false,
        header =
                "Reports what the monitor saw: averages, peaks, bad minutes, the runs that fell into them, and alerts.",
        description = {
            "",
            "Reports on the watch that goes on, or the last one. Writes timing.csv and performance-report.json beside"
                    + " its resources.csv. With --config the time of the runs is set against their targets in"
                    + " benchmarks.yml."
        },
        footer = {"", "Example:", "  java -jar perf-agent.jar monitor report --config perf"})
final class MonitorReportCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Write performance-report.json and timing.csv into this folder instead.")
    private @Nullable Path output;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    MonitorReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        MonitorFolder folder = new MonitorFolder(session.home().toAbsolutePath().toFile());
        MonitorStatus status = MonitorStatus.read(folder);
        if (status == null) {
            session.report("No monitor has run here; 'monitor start' starts one.");
            return ExitCode.USAGE;
        }
        Instant last = status.ended();
        Instant end = last == null ? Instant.now() : last;
        List<MachineSample> samples = new MachineLake(folder).between(status.started(), end, null);
        if (samples.isEmpty()) {
            session.report("The monitor has written no samples yet.");
            return ExitCode.USAGE;
        }
        if (last == null && !status.running()) {
            end = Instant.ofEpochMilli(samples.get(samples.size() - 1).timeMillis());
        }
        Path to = output == null ? folder.session(status.session()).toPath() : output;
        List<BadMinute> minutes = BadMinute.in(samples, status.limits());
        WatchedRuns runs = new WatchedRuns(minutes);
        readRuns(new TimeRange(status.started(), end), runs, to.resolve("timing.csv"));
        MonitorReport report = new MonitorReport(
                status, end, MachineSpan.of(samples), minutes, runs, ShownStatus.alerts(status.session(), session));
        write(report, to.resolve("performance-report.json"));
        return ExitCode.FINE;
    }

    private void readRuns(TimeRange range, WatchedRuns runs, Path table) throws IOException {
        var budgets = GivenConfiguration.read(session, config).budgets();
        try (NewFile file = NewFile.at(table)) {
            Output rows = new Output(
                    file.stream(), StandardCharsets.UTF_8, session.out().screen());
            rows.file(RunCsv.phaseHeading());
            StoredRuns.open(session, new HistoryOptions()).read(RunSelection.ALL.in(range), raw -> {
                runs.add(
                        raw.run(),
                        budgets.apply(new CommandName(
                                        raw.run().application(), raw.run().command()))
                                .targetMs());
                rows.file(RunCsv.phases(raw.run()));
            });
            rows.flush();
            file.complete();
        }
    }

    private void write(MonitorReport report, Path path) throws IOException {
        MonitorReportJson json = MonitorReportJson.of(report);
        try (NewFile file = NewFile.at(path)) {
            file.stream().write((RecordJson.of(json) + "\n").getBytes(StandardCharsets.UTF_8));
            file.complete();
        }
        if (session.common().isJson()) {
            session.json(json);
        } else {
            session.show(MonitorReportDocument.of(report, session.clock().getZone()));
            session.report("perf-agent: written to '" + path + "' and timing.csv beside it");
        }
    }
}
