package dev.perfagent.check;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Measure;
import dev.perfagent.threshold.RecentTimes;
import dev.perfagent.threshold.Verdict;
import dev.perfagent.threshold.VerdictRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run's time was made up of, and which of it says something about the tool.
 *
 * @param wallMs on the clock; NaN when not known
 * @param cpuMs CPU time of all threads; null when not known
 * @param applicationCpuMs that of the application, without the JVM's own threads; null when not known
 * @param withoutWaitingMs its time without the machine's part; null when not known
 * @param machineShare the part of its time in which it waited for a CPU, 0 to 1; null when not known
 */
public record RunParts(
        double wallMs,
        @Nullable Double cpuMs,
        @Nullable Double applicationCpuMs,
        @Nullable Double withoutWaitingMs,
        @Nullable Double machineShare) {
    /** What a comparison with earlier runs rests on. */
    public enum Trusted {
        /** All of the time; the machine had next to no part in it, or its part is not known. */
        TOTAL("total"),
        /** The time without waiting for a CPU, and CPU time. */
        ACTIVE_TIME("active_time"),
        /** CPU time alone. */
        APPLICATION_CPU("application_cpu");

        private final String key;

        Trusted(String key) {
            this.key = key;
        }

        /** The name in JSON. */
        public String key() {
            return key;
        }
    }

    public static RunParts of(StoredRun run) {
        Contention contention = run.resourceUsage().contention();
        Double waitMs = contention.cpuWaitMs();
        Double threadMs = contention.threadCpuMs();
        double totalMs = run.totalMs();
        return new RunParts(
                totalMs,
                run.resourceUsage().cpuTimeMs(),
                run.applicationCpuMs(),
                waitMs == null || threadMs == null || Double.isNaN(totalMs)
                        ? null
                        : (Double) RecentTimes.activeMs(totalMs, waitMs, threadMs),
                run.machineShare());
    }

    /** What says something about the tool. */
    public Trusted trusted() {
        if (machineShare == null || withoutWaitingMs == null || machineShare < RecentTimes.BUSY) {
            return Trusted.TOTAL;
        }
        return machineShare < RecentTimes.OVERLOADED ? Trusted.ACTIVE_TIME : Trusted.APPLICATION_CPU;
    }

    /** Whether one of the verdicts compares the run's time with something that chance has a say in. */
    public static boolean areCompared(List<Verdict> verdicts) {
        return verdicts.stream()
                .anyMatch(verdict -> (verdict.measure() == Measure.TIME || verdict.measure() == Measure.CPU_TIME)
                        && verdict.rule() != VerdictRule.MAXIMUM
                        && verdict.limit() != null);
    }
}
