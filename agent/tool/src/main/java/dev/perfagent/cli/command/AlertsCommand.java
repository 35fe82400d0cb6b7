package dev.perfagent.cli.command;

import dev.perfagent.cli.option.AlertTypeConverter;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.LimitOption;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.alert.AlertDocument;
import dev.perfagent.cli.view.alert.AlertJson;
import dev.perfagent.cli.view.alert.StoredAlertText;
import dev.perfagent.history.AlertEntry;
import dev.perfagent.history.AlertLogReader;
import dev.perfagent.history.History;
import dev.perfagent.history.RecordedNames;
import dev.perfagent.history.RunSelection;
import dev.perfagent.run.AlertType;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the alerts that were shown, or those that are kept in the runs. */
@Command(
        name = "alerts",
        addMethodSubcommands = false,
        header = "Lists the alerts that were shown, the newest first.",
        description = {
            "",
            "An alert that is repeated within its cool-down is not shown again, but each run keeps all of its alerts:"
                    + " 'report' counts runs with an alert, and --history lists those alerts."
        },
        footer = {"", "Example:", "  java -jar perf-agent.jar alerts --since 24h --type phase_overrun"})
final class AlertsCommand implements Callable<Integer>, ManyFormats {
    private static final Comparator<AlertEntry> OLDEST_FIRST =
            Comparator.comparing(AlertEntry::time).thenComparing(AlertEntry::runId);

    private final Session session;

    @Mixin
    private final LimitOption limit = new LimitOption(20);

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            converter = AlertTypeConverter.class,
            completionCandidates = AlertTypeConverter.class,
            description = "Only alerts of this type, as alerts.yml names it: ${COMPLETION-CANDIDATES}.")
    private @Nullable AlertType type;

    @Option(names = "--history", description = "List the alerts of all recorded runs, also those that were not shown.")
    private boolean ofHistory;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final PriorityQueue<AlertEntry> newest = new PriorityQueue<>(OLDEST_FIRST);
    private final Map<String, Long> counts = new TreeMap<>();
    private long runs;

    AlertsCommand(Session session) {
        this.session = session;
    }

    /** The same, without a command line that is read. */
    AlertsCommand limit(@Nullable Integer most) {
        limit.set(most);
        return this;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        if (selection.hasKind() && !ofHistory) {
            throw new ParameterException(
                    spec.commandLine(),
                    "alerts.log has no versions and labels; add --history, because the runs have them");
        }
        StoredRuns stored = ofHistory ? readHistory() : null;
        long skipped = stored == null ? readLog() : stored.history().tally().skippedLines();
        List<AlertEntry> alerts =
                newest.stream().sorted(OLDEST_FIRST.reversed()).toList();
        if (session.common().isJson()) {
            session.json(AlertJson.of(alerts, skipped));
        } else if (!alerts.isEmpty()) {
            session.show(new AlertDocument(session.clock().getZone(), ofHistory).of(alerts, counts));
        }
        if (stored != null && runs == 0) {
            return NoRunFits.report(session, stored, selection.selection());
        }
        return alerts.isEmpty() ? reportNone() : ExitCode.FINE;
    }

    /** The alerts that were shown; how many lines of their log could not be read. */
    private long readLog() throws IOException {
        AlertLogReader log = new AlertLogReader(session.home());
        Instant latest = StoredRuns.latest(session);
        long[] future = {0};
        log.read(alert -> {
            if (!isWanted(alert)) {
                return;
            }
            if (alert.time().isAfter(latest) && !selection.range().namesLaterThan(latest)) {
                future[0]++;
            } else {
                add(alert);
            }
        });
        StoredRuns.reportProblems(session, log.tally(), "alert");
        StoredRuns.reportFuture(session, future[0], "alert");
        return log.tally().skippedLines();
    }

    /** The alerts of the runs, and where these are. */
    private StoredRuns readHistory() throws IOException {
        HistoryOptions own = new HistoryOptions();
        Upkeep.before(session, own);
        StoredRuns stored = StoredRuns.open(session, own);
        stored.read(selection.selection(), run -> {
            runs++;
            StoredAlertText.entries(run.run()).forEach(this::add);
        });
        return stored;
    }

    private void add(AlertEntry alert) {
        if (!isWanted(alert)) {
            return;
        }
        counts.merge(alert.type(), 1L, Long::sum);
        newest.add(alert);
        if (newest.size() > limit.limit()) {
            newest.remove(); // the oldest
        }
    }

    /** None is good news, unless the name is of no run either. */
    private int reportNone() throws IOException {
        String unknown = ofHistory || !selection.hasNames()
                ? null
                : NoRunFits.unknown(
                        selection.selection(),
                        new History(session.home()).collect(RunSelection.ALL, RecordedNames.collector()));
        session.report(unknown == null ? "No alerts." : "perf-agent: " + unknown);
        return unknown == null ? ExitCode.FINE : ExitCode.USAGE;
    }

    private boolean isWanted(AlertEntry alert) {
        return (type == null || type.key().equals(alert.type()))
                && selection.includes(alert.application(), alert.command(), alert.time());
    }
}
