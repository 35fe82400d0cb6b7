package dev.perfagent.tally;

import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Contention;
import dev.perfagent.threshold.RecentTimes;
import org.jspecify.annotations.Nullable;

/**
 * What the machine had to do with a run's time.
 *
 * @param host null when not recorded
 * @param share the part of its time in which the run waited for a CPU, 0 to 1; null when not recorded
 * @param activeMs its time without the machine's part; all of its time where that is not recorded
 * @param throttledMs for how long a CPU quota held it back; null when not recorded
 */
public record MachinePart(
        @Nullable String host,
        @Nullable Double share,
        double activeMs,
        @Nullable Double throttledMs) {
    static MachinePart of(StoredRun run) {
        Contention contention = run.resourceUsage().contention();
        return new MachinePart(
                run.environment().text(EnvironmentField.HOST),
                run.machineShare(),
                RecentTimes.activeMs(
                        run.totalMs(),
                        RecentTimes.known(contention.cpuWaitMs()),
                        RecentTimes.known(contention.threadCpuMs())),
                contention.throttledCpuMs());
    }
}
