package dev.perfagent.cli.command;

import dev.perfagent.analysis.Analyzer;
import dev.perfagent.analysis.Scope;
import dev.perfagent.chart.DrawnRuns;
import dev.perfagent.chart.ProfiledRuns;
import dev.perfagent.cli.session.GivenConfiguration;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.view.dashboard.DashboardData;
import dev.perfagent.export.prometheus.PrometheusMetrics;
import dev.perfagent.history.History;
import dev.perfagent.history.ReadTally;
import dev.perfagent.history.RunKind;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import dev.perfagent.report.Report;
import dev.perfagent.report.Reporter;
import dev.perfagent.tally.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** What the dashboard is made of, read from the history once or again and again. */
final class DashboardSource {
    private final Session session;
    private final StoredRuns stored;
    private final RunSelection wanted;
    private final Scope scope;
    private final GivenConfiguration configuration;

    DashboardSource(
            Session session, StoredRuns stored, RunSelection wanted, Scope scope, GivenConfiguration configuration) {
        this.session = session;
        this.stored = stored;
        this.wanted = wanted;
        this.scope = scope;
        this.configuration = configuration;
    }

    record Gathered(Tally tally, DrawnRuns drawn, ProfiledRuns profiled, Report report) {
        boolean isEmpty() {
            return tally.counts().runs() == 0;
        }
    }

    private record Read(Tally tally, Drawn drawn) {
        static Collector<StoredRun, ?, Read> collector(RunKind askedFor) {
            return Collectors.teeing(
                    Tally.collector(askedFor),
                    Collectors.teeing(DrawnRuns.collector(askedFor), ProfiledRuns.collector(), Drawn::new),
                    Read::new);
        }
    }

    private record Drawn(DrawnRuns runs, ProfiledRuns profiled) {}

    /** What there is now; reports what could not be read. */
    Gathered first() throws IOException {
        return gathered(
                stored.collect(wanted, Read.collector(wanted.kind())),
                stored.history().tally());
    }

    /** What there is now, later on; what cannot be read was reported before. */
    Gathered again() throws IOException {
        History history = history();
        return gathered(history.collect(wanted, Read.collector(wanted.kind())), history.tally());
    }

    private Gathered gathered(Read read, ReadTally problems) {
        Report report = new Reporter(configuration.budgets()).of(read.tally(), scope, problems);
        return new Gathered(read.tally(), read.drawn().runs(), read.drawn().profiled(), report);
    }

    DashboardData data(Gathered gathered, FlameGraphs flames) {
        Analyzer analyzer = new Analyzer(session.clock().getZone());
        return DashboardData.of(
                session.clock().instant(),
                gathered.tally(),
                gathered.drawn(),
                gathered.report(),
                analyzer,
                command -> flames.of(command, gathered.profiled()));
    }

    /** The same runs for Prometheus. */
    String metrics() throws IOException {
        PrometheusMetrics metrics = new PrometheusMetrics();
        history().read(wanted, run -> metrics.add(run.run()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        metrics.write(PrometheusMetrics.PREFIX, false, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Changes when runs are added. */
    String state() throws IOException {
        return stored.state();
    }

    private History history() throws IOException {
        History history = stored.aside();
        history.leaveOutAfter(StoredRuns.latest(session));
        return history;
    }
}
