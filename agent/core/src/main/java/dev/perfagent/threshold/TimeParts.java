package dev.perfagent.threshold;

import dev.perfagent.run.Phase;
import dev.perfagent.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * Says what made up a run's time: which part grew, and what the machine had to do with it. A clause to end an explanation with.
 */
final class TimeParts {
    /** A smaller share of waiting for a CPU is there on every machine. */
    private static final double WORTH_SAYING = 0.05;

    /** What CPU time has to grow by to be named. */
    private static final double GREW = 0.1;

    private TimeParts() {}

    /**
     * Of a verdict on the time without waiting for a CPU.
     *
     * @param cpu the one on CPU time; null when there is none
     */
    static @Nullable String ofTime(Run run, @Nullable Verdict cpu) {
        String left = notCounted(machine(run));
        Double usual = cpu == null ? null : cpu.usual();
        if (cpu == null || usual == null || usual <= 0) {
            return left.isEmpty() ? null : left;
        }
        double growth = cpu.value() / usual - 1;
        return (growth >= GREW
                        ? "; CPU time grew by " + QuantityText.percent(growth) + ", to " + QuantityText.ms(cpu.value())
                        : "; CPU time did not grow (" + QuantityText.ms(cpu.value())
                                + "), so it waits longer for something else")
                + left;
    }

    /**
     * Of a verdict on CPU time, where the other one is not against the run.
     *
     * @param said already; null when nothing
     */
    static @Nullable String ofCpu(Run run, @Nullable String said) {
        double share = ComparedTime.waitShare(run);
        return share < RecentTimes.BUSY
                ? said
                : (said == null ? "" : said) + "; wall time says nothing here: the machine was busy (its share "
                        + QuantityText.percent(share) + ")";
    }

    /** Of a fixed limit on all of the time. */
    static @Nullable String ofMaximum(Run run) {
        return counted(machine(run));
    }

    /** The same of a phase. */
    static @Nullable String ofMaximum(Phase phase) {
        return counted(machine(phase.ms(), ComparedTime.waitShare(phase)));
    }

    /** Of a phase's target, which is compared with the time without waiting for a CPU. */
    static @Nullable String ofTarget(Phase phase) {
        String left = notCounted(machine(phase.ms(), ComparedTime.waitShare(phase)));
        return left.isEmpty() ? null : left;
    }

    private static String notCounted(@Nullable String machine) {
        return machine == null ? "" : "; the machine's part is not counted: " + machine;
    }

    private static @Nullable String counted(@Nullable String machine) {
        return machine == null ? null : "; the machine's part: " + machine;
    }

    private static @Nullable String machine(Run run) {
        return machine(run.duration().totalMs(), ComparedTime.waitShare(run));
    }

    private static @Nullable String machine(double totalMs, double share) {
        if (share < WORTH_SAYING) {
            return null;
        }
        return "it waited " + QuantityText.ms(totalMs * share) + " of " + QuantityText.ms(totalMs) + " for a CPU ("
                + QuantityText.percent(share) + ")";
    }
}
