package dev.perfagent.cli.view.alert;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.cli.view.run.RunWords;
import dev.perfagent.history.AlertEntry;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Alerts as they were shown, or as runs keep them. */
public final class AlertDocument {
    private final ZoneId zone;
    private final boolean ofHistory;

    /**
     * @param zone in which times are printed
     * @param ofHistory whether they are those that runs keep, not those that were shown
     */
    public AlertDocument(ZoneId zone, boolean ofHistory) {
        this.zone = zone;
        this.ofHistory = ofHistory;
    }

    /**
     * Alerts in the order given.
     *
     * @param counts how many there are of each type, those that are not shown too
     */
    public Document of(List<AlertEntry> alerts, Map<String, Long> counts) {
        Document document = new Document();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String types = counts.entrySet().stream()
                .map(type -> type.getValue() + " " + type.getKey())
                .collect(Collectors.joining(", "));
        String shown = alerts.size() < all
                ? "; the newest " + (alerts.size() == 1 ? "follows" : alerts.size() + " follow")
                : "";
        String which = ofHistory
                ? Amount.counted(all, "alert in the recorded runs", "alerts in the recorded runs")
                : Amount.counted(all, "alert shown", "alerts shown");
        document.opening().paragraph(which + ": " + types + shown, Style.PLAIN);
        for (AlertEntry alert : alerts) {
            Section section = document.section(
                    TimeText.second(alert.time(), zone) + "  " + alert.severity() + "  "
                            + RunWords.commandLine(alert.application(), alert.command()) + "  run " + alert.runId(),
                    Style.ofSeverity(alert.severity()));
            section.code("", alert.text());
        }
        return document;
    }
}
