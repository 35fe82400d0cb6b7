package dev.perfagent.cli.command;

import dev.perfagent.cli.option.AlertTypeConverter;
import dev.perfagent.cli.option.LimitConverter;
import dev.perfagent.cli.output.AlertJson;
import dev.perfagent.cli.output.AlertPage;
import dev.perfagent.history.AlertEntry;
import dev.perfagent.history.AlertLog;
import dev.perfagent.run.AlertType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reviews the alerts that were told. */
@Command(
        name = "alerts",
        header = "Reviews the alerts that were told, the newest first.",
        footer = {"", "Example:", "  java -jar perf-agent.jar alerts --since 24h --type phase_overrun"})
final class AlertsCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "At most this many alerts; by default 20.")
    private int limit = 20;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            converter = AlertTypeConverter.class,
            description = "Only alerts of this type, as alerts.yml names it.")
    private @Nullable AlertType type;

    @Option(names = "--application", paramLabel = "NAME", description = "Only alerts on this application.")
    private @Nullable String application;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only alerts since then: 24h, 7d, 2026-11-01, 2026-11-01T09:30.")
    private @Nullable Instant since;

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
                if (newest.size() > limit) {
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
        if (alerts.isEmpty()) {
            session.tell("No alerts.");
        }
        return ExitCode.FINE;
    }

    private boolean isWanted(AlertEntry alert) {
        return (type == null || type.key().equals(alert.type()))
                && (application == null || application.equals(alert.application()))
                && (since == null || !alert.time().isBefore(since));
    }
}
