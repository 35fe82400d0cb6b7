package dev.perfagent.cli.view.alert;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.history.AlertEntry;
import dev.perfagent.history.AlertField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.StoredValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts of a stored run, which has their figures and not the lines that may have been shown. */
public final class StoredAlertText {
    private StoredAlertText() {}

    /** The alerts of a run in the order in which they are stored, at the time when the run began. */
    public static List<AlertEntry> entries(StoredRun run) {
        return run.alerts().stream().map(alert -> entry(run, alert)).toList();
    }

    private static AlertEntry entry(StoredRun run, StoredValues<AlertField> alert) {
        Double current = alert.number(AlertField.CURRENT);
        Double threshold = alert.number(AlertField.THRESHOLD);
        Double baseline = alert.number(AlertField.BASELINE);
        String unit = alert.text(AlertField.UNIT, "");
        List<String> lines = new ArrayList<>();
        lines.add(alert.text(AlertField.TYPE, "unknown") + " of " + alert.text(AlertField.SUBJECT, "the run"));
        lines.add("   Current: " + Amount.beside(current, threshold, unit) + " | Threshold: "
                + Amount.limit(threshold, current, unit)
                + (baseline == null ? "" : " | Baseline: " + Amount.beside(baseline, null, unit)));
        add("Evidence", alert.text(AlertField.EVIDENCE), lines);
        add("Recommendation", alert.text(AlertField.TIP), lines);
        return new AlertEntry(
                run.start(),
                alert.text(AlertField.SEVERITY, "warning"),
                alert.text(AlertField.TYPE, ""),
                run.id(),
                run.application(),
                run.command(),
                lines);
    }

    private static void add(String label, @Nullable String text, List<String> lines) {
        if (text != null) {
            lines.add("   " + label + ": " + text);
        }
    }
}
