package dev.perfagent.cli.command;

import dev.perfagent.cli.option.AlertTypeConverter;
import dev.perfagent.cli.option.LimitOption;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.output.AlertJson;
import dev.perfagent.cli.output.AlertPage;
import dev.perfagent.history.AlertEntry;
import dev.perfagent.history.AlertLog;
import dev.perfagent.history.History;
import dev.perfagent.history.RecordedNames;
import dev.perfagent.history.RunSelection;
import dev.perfagent.run.AlertType;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reviews the alerts that were told. */
@Command(
        name = "alerts",
        header = "Lists the alerts that were raised, the newest first.",
        footer = {"", "Example:", "  java -jar perf-agent.jar alerts --since 24h --type phase_overrun"})
final class AlertsCommand implements Callable<Integer> {
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

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    AlertsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        AlertLog log = new AlertLog(session.home());
        Deque<AlertEntry> newest = new ArrayDeque<>();
        Map<String, Long> counts = new TreeMap<>();
        log.read(alert -> {
            if (isWanted(alert)) {
                counts.merge(alert.type(), 1L, Long::sum);
                newest.addFirst(alert);
                if (newest.size() > limit.limit()) {
                    newest.removeLast();
                }
            }
        });
        StoredRuns.tellProblems(session, log.tally(), "alert");
        List<AlertEntry> alerts = new ArrayList<>(newest);
        if (session.common().isJson()) {
            new AlertJson().write(alerts, log.tally().skippedLines(), session.out());
        } else if (!alerts.isEmpty()) {
            new AlertPage(session.clock().getZone()).write(alerts, counts, session.out());
        }
        return alerts.isEmpty() ? tellNone() : ExitCode.FINE;
    }

    /** None is good news, unless the name is of no run either. */
    private int tellNone() throws IOException {
        RunSelection wanted = selection.selection();
        String unknown = wanted.application() == null && wanted.command() == null
                ? null
                : NoRunFits.unknown(
                        wanted.application(),
                        wanted.command(),
                        new History(session.home()).collect(RunSelection.ALL, RecordedNames.collector()));
        session.tell(unknown == null ? "No alerts." : "perf-agent: " + unknown);
        return unknown == null ? ExitCode.FINE : ExitCode.USAGE;
    }

    private boolean isWanted(AlertEntry alert) {
        return (type == null || type.key().equals(alert.type()))
                && selection.includes(alert.application(), alert.command(), alert.time());
    }
}
