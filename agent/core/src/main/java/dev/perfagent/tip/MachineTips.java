package dev.perfagent.tip;

import dev.perfagent.run.Failure;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.QuantityText;
import java.util.List;

/** Advice on what is not of the run's own making: its machine, and failures. */
final class MachineTips {
    private MachineTips() {}

    static List<String> disk() {
        return List.of("Free some space, or work in a folder on another disk, before writes fail.");
    }

    static List<String> processors() {
        return List.of(
                "Other work competes for the processors: times of this run say little, repeat it on an idle machine.");
    }

    static List<String> memory(Run run) {
        Double peak = run.resourceUsage().peakRssMb();
        return List.of(
                peak == null
                        ? "Stop what is not needed, before the system swaps or ends programs."
                        : "This run took " + QuantityText.mb(peak)
                                + " of it; a smaller heap (-Xmx) or fewer programs at once leave more.");
    }

    static List<String> failure(Run run) {
        Failure failure = run.error();
        return failure == null
                ? List.of()
                : List.of("The last failure was " + failure.type() + "; the runs that failed are in the history.");
    }
}
