package dev.perfagent.cli.view.alert;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.history.AlertEntry;
import dev.perfagent.history.AlertField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.StoredValues;
import dev.perfagent.run.AlertType;
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
        lines.add(title(alert.text(AlertField.TYPE, ""), alert.text(AlertField.SUBJECT, run.command())));
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

    /** What happened, as far as the run says; the agent's own title is about one measure, which the run does not keep. */
    private static String title(String type, String subject) {
        AlertType known = AlertType.ofKey(type);
        if (known == null) {
            return "ALERT: " + type + ", '" + subject + "'";
        }
        String command = "Command '" + subject + "' ";
        return switch (known) {
            case PERFORMANCE_DEGRADATION -> "PERFORMANCE ALERT: " + command + "exceeded its limit on time";
            case PHASE_OVERRUN -> "PERFORMANCE ALERT: Phase '" + subject + "' took longer than its target";
            case MEMORY_USAGE_HIGH -> "MEMORY ALERT: " + command + "used more memory than its limit";
            case GC_PRESSURE -> "MEMORY ALERT: " + command + "spent too much of its time on garbage collection";
            case API_REQUESTS_HIGH -> "API USAGE ALERT: " + command + "made more GitHub requests than its limit";
            case API_RATE_LIMIT_WARNING -> "RATE LIMIT ALERT: '" + subject + "' is near GitHub's rate limit";
            case CACHE_HIT_RATE_LOW -> "OPTIMIZATION TIP: Cache '" + subject + "' has a low hit rate";
            case PROCESSES_HIGH -> "PROCESS ALERT: " + command + "started more processes than its limit";
            case ERROR_RATE -> "ERROR ALERT: " + command + "fails too often";
            case MEMORY_AVAILABLE_LOW -> "MACHINE ALERT: Little memory was available";
            case DISK_SPACE_LOW -> "MACHINE ALERT: Little disk space was left";
            case CPU_USAGE_HIGH -> "MACHINE ALERT: The processors were busy";
        };
    }

    private static void add(String label, @Nullable String text, List<String> lines) {
        if (text != null) {
            lines.add("   " + label + ": " + text);
        }
    }
}
