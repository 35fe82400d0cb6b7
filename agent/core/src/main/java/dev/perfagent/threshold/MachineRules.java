package dev.perfagent.threshold;

import dev.perfagent.run.AlertType;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Measure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the machine had left when the run ended. Half of what it should have is critical; a busy processor never is. */
final class MachineRules {
    private static final double MB_A_GB = 1024;

    private MachineRules() {}

    static void judge(MachineState state, AlertPolicies policies, List<Verdict> verdicts) {
        AlertPolicy memory = policies.of(AlertType.MEMORY_AVAILABLE_LOW);
        AlertPolicy disk = policies.of(AlertType.DISK_SPACE_LOW);
        AlertPolicy cpu = policies.of(AlertType.CPU_USAGE_HIGH);
        left(Measure.AVAILABLE_MEMORY, state.availableMemoryMb(), memory, 1, verdicts);
        left(Measure.DISK_SPACE, state.freeDiskMb(), disk, MB_A_GB, verdicts);
        if (cpu.enabled() && state.cpuLoad() != null) {
            double limit = cpu.ratio();
            double load = state.cpuLoad();
            verdicts.add(Verdict.single(
                    Measure.CPU_USAGE,
                    Verdict.MACHINE,
                    VerdictRule.MAXIMUM,
                    load,
                    limit,
                    null,
                    load > limit ? Result.WARNING : Result.OK));
        }
    }

    private static void left(
            Measure measure, @Nullable Double mb, AlertPolicy policy, double mbAUnit, List<Verdict> verdicts) {
        Double threshold = policy.threshold();
        if (!policy.enabled() || mb == null || threshold == null) {
            return;
        }
        double limit = threshold * mbAUnit;
        Result result = mb >= limit ? Result.OK : mb < limit / 2 ? Result.CRITICAL : Result.WARNING;
        verdicts.add(Verdict.single(measure, Verdict.MACHINE, VerdictRule.MAXIMUM, mb, limit, null, result));
    }
}
