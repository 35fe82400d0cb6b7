package dev.perfagent.cli.view.analysis;

import dev.perfagent.cli.output.Decimals;
import dev.perfagent.monitor.MachineFigure;
import dev.perfagent.monitor.MachineSpan;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the machine did during a slow run, for programs; averages, and the least memory. */
record SeenRunJson(
        String executionId,
        int samples,
        @Nullable BigDecimal cpuPercent,
        @Nullable BigDecimal cpuPressure,
        @Nullable BigDecimal ioPressure,
        @Nullable BigDecimal memoryPressure,
        @Nullable BigDecimal minMemoryAvailableMb,
        List<String> top) {
    static SeenRunJson of(SeenRun seen) {
        MachineSpan machine = seen.machine();
        return new SeenRunJson(
                seen.run().id(),
                machine.samples().size(),
                Decimals.of(machine.mean(MachineFigure.CPU_PERCENT)),
                Decimals.of(machine.mean(MachineFigure.CPU_PRESSURE)),
                Decimals.of(machine.mean(MachineFigure.IO_PRESSURE)),
                Decimals.of(machine.mean(MachineFigure.MEMORY_PRESSURE)),
                Decimals.of(machine.min(MachineFigure.MEMORY_AVAILABLE_MB)),
                List.copyOf(machine.top()));
    }
}
