package dev.perfagent.threshold;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import java.util.List;

/** The fixed maxima on what a run may use: heap and requests. Both are the user's own numbers, so they are told at once. */
final class UseRules {
    static final double BYTES_A_MB = 1024 * 1024;

    private UseRules() {}

    static void memory(Run run, double limit, List<Alert> alerts) {
        Long bytes = run.resourceUsage().heapDeltaBytes();
        if (bytes == null) {
            return;
        }
        double mb = bytes / BYTES_A_MB;
        if (mb > limit) {
            alerts.add(new Alert(
                    Measure.HEAP_GROWTH,
                    Limits.severity(mb, limit),
                    run.command(),
                    mb,
                    limit,
                    null,
                    null,
                    List.of(Tips.of(AlertType.MEMORY_USAGE_HIGH, run.command(), run))));
        }
    }

    static void requests(Run run, GitHubApi api, long max, List<Alert> alerts) {
        if (api.requestsMade() > max) {
            double made = (double) api.requestsMade();
            double limit = (double) max;
            alerts.add(new Alert(
                    Measure.API_REQUESTS,
                    Limits.severity(made, limit),
                    run.command(),
                    made,
                    limit,
                    null,
                    null,
                    List.of(Tips.of(AlertType.API_REQUESTS_HIGH, run.command(), run))));
        }
    }
}
