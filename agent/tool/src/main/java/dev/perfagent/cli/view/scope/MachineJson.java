package dev.perfagent.cli.view.scope;

import dev.perfagent.analysis.MachineUse;
import dev.perfagent.cli.output.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A command's CPU time and the machine's share of its time, for programs. */
public record MachineJson(
        @Nullable BigDecimal medianCpuMs,
        @Nullable BigDecimal medianApplicationCpuMs,
        @Nullable BigDecimal machineShare,
        @Nullable BigDecimal machineShareP90) {
    /** Null for null. */
    public static @Nullable MachineJson of(@Nullable MachineUse machine) {
        return machine == null
                ? null
                : new MachineJson(
                        Decimals.of(machine.medianCpuMs()),
                        Decimals.of(machine.medianApplicationCpuMs()),
                        Decimals.ratio(machine.medianShare()),
                        Decimals.ratio(machine.p90Share()));
    }
}
