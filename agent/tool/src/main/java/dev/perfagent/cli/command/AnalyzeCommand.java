package dev.perfagent.cli.command;

import dev.perfagent.analysis.Analysis;
import dev.perfagent.analysis.Analyzer;
import dev.perfagent.analysis.Focus;
import dev.perfagent.cli.option.FocusConverter;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.SeenByMonitor;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.analysis.AnalysisDocument;
import dev.perfagent.cli.view.analysis.AnalysisJson;
import dev.perfagent.cli.view.analysis.SeenRun;
import dev.perfagent.monitor.MachineSpan;
import dev.perfagent.tally.SlowRun;
import dev.perfagent.tally.Tally;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks for causes. */
@Command(
        name = "analyze",
        addMethodSubcommands = false,
        header = "Shows where time, memory and requests go, what slow runs have in common, and when times changed.",
        description = {
            "",
            "Covers the commands that took most time, or the one given by --command. Uses only runs that succeeded,"
                    + " were warm (not a first run, which is slower), and were neither profiled nor part of a benchmark."
                    + " What slow runs have in common is shown only when it is very unlikely to be chance (level 1%%,"
                    + " corrected for everything that was looked at)."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar analyze --command batch",
            "  java -jar perf-agent.jar analyze --focus slowest --timeframe month"
        })
final class AnalyzeCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    @Option(
            names = "--focus",
            paramLabel = "PART",
            converter = FocusConverter.class,
            completionCandidates = FocusConverter.class,
            description = "Only this part: ${COMPLETION-CANDIDATES}. JSON has all parts.")
    private @Nullable Focus focus;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    AnalyzeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        if (focus != null && session.common().isJson()) {
            throw new ParameterException(spec.commandLine(), "--focus is for text and markdown; JSON has all parts");
        }
        Upkeep.before(session, from);
        StoredRuns stored = StoredRuns.open(session, from);
        Tally tally = stored.collect(
                selection.selection(),
                Tally.samplingCollector(selection.selection().kind()));
        boolean empty = tally.counts().runs() == 0;
        if (!empty || session.common().format() != Format.TEXT) {
            Analysis analysis = new Analyzer(session.clock().getZone())
                    .of(tally, selection.scope(session.clock().instant()));
            if (session.common().isJson()) {
                session.json(AnalysisJson.of(analysis, seen(analysis)));
            } else {
                session.show(AnalysisDocument.of(
                        analysis,
                        focus == null || focus == Focus.SLOWEST ? seen(analysis) : List.of(),
                        focus,
                        session.clock().getZone()));
            }
        }
        return empty ? NoRunFits.report(session, stored, selection.selection()) : ExitCode.FINE;
    }

    /** What the machine did during the slowest runs, of those that a monitor saw. */
    private List<SeenRun> seen(Analysis analysis) {
        SeenByMonitor monitor = new SeenByMonitor(session, from);
        List<SeenRun> seen = new ArrayList<>();
        for (SlowRun run : analysis.slowest()) {
            Instant end = run.start().plusMillis(Math.round(run.ms()));
            MachineSpan span = monitor.during(run.start(), end, run.host());
            if (!span.isEmpty()) {
                seen.add(new SeenRun(run, span));
            }
        }
        return seen;
    }
}
