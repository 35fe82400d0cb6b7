package dev.perfagent.record;

import dev.perfagent.machine.Machine;
import dev.perfagent.machine.ProcessStat;
import org.jspecify.annotations.Nullable;

/** How long this process has been there by the kernel's own count, which no setting of the clock changes. */
final class ProcessAge {
    private static final double MS_A_TICK = 10;

    private ProcessAge() {}

    /** In steps of 10 ms; null where the kernel does not say, or says it for another machine than this container. */
    static @Nullable Double millis() {
        ProcessStat stat = ProcessStat.now();
        Double uptime = Machine.uptimeMs();
        double age = stat == null || uptime == null ? -1 : uptime - stat.startTicks() * MS_A_TICK;
        return age < 0 ? null : Double.valueOf(age);
    }
}
