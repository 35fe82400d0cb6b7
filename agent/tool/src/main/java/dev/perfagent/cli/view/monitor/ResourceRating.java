package dev.perfagent.cli.view.monitor;

import dev.perfagent.monitor.MachineFigure;
import dev.perfagent.monitor.MachineSpan;
import org.jspecify.annotations.Nullable;

/** What a mean or a score is called. */
final class ResourceRating {
    private ResourceRating() {}

    /** Used memory by all of it, in percent; null when it is not known. */
    static @Nullable Double memoryPercent(MachineSpan span) {
        return percent(span.mean(MachineFigure.MEMORY_USED_MB), span.mean(MachineFigure.MEMORY_TOTAL_MB));
    }

    /** Used disk space by all of it, in percent; null when it is not known. */
    static @Nullable Double diskPercent(MachineSpan span) {
        Double total = span.mean(MachineFigure.DISK_TOTAL_MB);
        Double free = span.mean(MachineFigure.DISK_FREE_MB);
        return total == null || free == null ? null : percent(total - free, total);
    }

    private static @Nullable Double percent(@Nullable Double part, @Nullable Double all) {
        return part == null || all == null || all <= 0 ? null : (Double) (100 * part / all);
    }

    static String memory(@Nullable Double percent) {
        return band(percent, 70, 85);
    }

    static String cpu(@Nullable Double percent) {
        return band(percent, 70, 90);
    }

    static String disk(@Nullable Double percent) {
        return band(percent, 80, 90);
    }

    private static String band(@Nullable Double percent, double high, double critical) {
        if (percent == null) {
            return "unknown";
        }
        return percent >= critical ? "critical" : percent >= high ? "high" : "normal";
    }

    /** 100, 90 to 99, 80 to 89, below 80. */
    static @Nullable String score(@Nullable Double score) {
        if (score == null) {
            return null;
        }
        return score >= 100 ? "excellent" : score >= 90 ? "good" : score >= 80 ? "acceptable" : "poor";
    }
}
