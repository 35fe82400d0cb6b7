package dev.perfagent.cli.view.alert;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.history.AlertEntry;
import dev.perfagent.history.StoredAlert;
import dev.perfagent.history.StoredRun;
import java.util.ArrayList;
import java.util.List;

/** Alerts of a stored run, which has their figures and not the lines that may have been shown. */
public final class StoredAlertText {
    private StoredAlertText() {}

    /** The alerts of a run in the order in which they are stored, at the time when the run began. */
    public static List<AlertEntry> entries(StoredRun run) {
        return run.alerts().stream().map(alert -> entry(run, alert)).toList();
    }

    private static AlertEntry entry(StoredRun run, StoredAlert alert) {
        List<String> lines = new ArrayList<>();
        lines.add((alert.type().isEmpty() ? "unknown" : alert.type()) + " of "
                + (alert.subject().isEmpty() ? "the run" : alert.subject()));
        Double baseline = alert.baseline();
        lines.add("   Current: " + Amount.beside(alert.current(), alert.threshold(), alert.unit()) + " | Threshold: "
                + Amount.limit(alert.threshold(), alert.current(), alert.unit())
                + (baseline == null ? "" : " | Baseline: " + Amount.beside(baseline, null, alert.unit())));
        if (alert.evidence() != null) {
            lines.add("   Evidence: " + alert.evidence());
        }
        if (alert.tip() != null) {
            lines.add("   Recommendation: " + alert.tip());
        }
        return new AlertEntry(
                run.start(),
                alert.severity().isEmpty() ? "warning" : alert.severity(),
                alert.type(),
                run.id(),
                run.application(),
                run.command(),
                lines);
    }
}
