package dev.perfagent.cli.view.alert;

import dev.perfagent.history.AlertEntry;
import java.time.Instant;
import java.util.List;

/** Alerts for programs: one object that holds them in the order given. */
public record AlertJson(int schema, List<Alert> alerts, long skippedLines) {
    private static final int SCHEMA = 1;

    public static AlertJson of(List<AlertEntry> alerts, long skippedLines) {
        return new AlertJson(SCHEMA, alerts.stream().map(Alert::of).toList(), skippedLines);
    }

    record Alert(
            Instant timestamp,
            String severity,
            String type,
            String executionId,
            String application,
            String command,
            List<String> text) {
        static Alert of(AlertEntry alert) {
            return new Alert(
                    alert.time(),
                    alert.severity(),
                    alert.type(),
                    alert.runId(),
                    alert.application(),
                    alert.command(),
                    alert.text());
        }
    }
}
