package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.SeenByMonitor;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.monitor.SpanSection;
import dev.perfagent.cli.view.run.RunDocument;
import dev.perfagent.cli.view.run.RunList;
import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.monitor.MachineSpan;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one run. */
@Command(
        name = "show",
        addMethodSubcommands = false,
        header = "Shows everything recorded about one run.",
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar runs show 0193ab12",
            "  java -jar perf-agent.jar runs show last --format json"
        })
final class ShowCommand implements Callable<Integer>, ManyFormats {
    private static final String LAST = "last";
    private static final int MAX_CANDIDATES = 10;

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The run's id or a unique beginning of it, or 'last'.")
    private String id = "";

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        if (id.isBlank()) {
            throw new ParameterException(spec.commandLine(), "the id is empty");
        }
        Upkeep.before(session, from);
        StoredRuns stored = StoredRuns.open(session, from);
        boolean last = id.equals(LAST);
        List<RawRun> found = last
                ? stored.history().newest(RunQuery.newest(1))
                : stored.history().ofId(id, MAX_CANDIDATES + 1);
        stored.reportProblems();
        if (found.size() == 1) {
            show(found.get(0));
            return ExitCode.FINE;
        }
        if (last) {
            return NoRunFits.report(session, stored, RunSelection.ALL);
        }
        return found.isEmpty() ? stored.reportNoSuchId(id) : reportCandidates(found);
    }

    private void show(RawRun run) {
        if (session.common().isJson()) {
            session.out().json(run.json());
        } else {
            Document document = new RunDocument(session.clock().getZone()).of(run);
            SpanSection.add(machine(run), document.section("The machine at that time (monitor)"));
            session.show(document);
        }
    }

    private MachineSpan machine(RawRun run) {
        Instant start = run.start();
        Instant end = run.run().end() == null ? start : run.run().end();
        return new SeenByMonitor(session, from)
                .during(start, end, run.run().environment().text(EnvironmentField.HOST));
    }

    private int reportCandidates(List<RawRun> found) {
        String count = found.size() > MAX_CANDIDATES ? "more than " + MAX_CANDIDATES : "" + found.size();
        session.report(new RunList(ZonedDateTime.now(session.clock()))
                .candidates(
                        "perf-agent: " + count + " runs have an id that begins with '" + id + "':",
                        found.subList(0, Math.min(MAX_CANDIDATES, found.size()))));
        return ExitCode.USAGE;
    }
}
