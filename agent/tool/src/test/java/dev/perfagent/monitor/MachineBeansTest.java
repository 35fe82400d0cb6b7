package dev.perfagent.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.perfagent.machine.SmallFile;
import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What other systems than Linux are asked, compared with what Linux says. */
final class MachineBeansTest {
    private static final File HERE = new File("").getAbsoluteFile();
    private static final double KILOBYTES_A_MB = 1024;

    /** The two are not read at the same moment: if they differ, as on a busy machine, they are read again. */
    private static final int TRIES = 200;

    @Test
    @EnabledOnOs(OS.LINUX)
    void theJdkSaysWhatProcSays() {
        MachineProbe proc = new MachineProbe(HERE, HERE, 0);
        MachineProbe beans = new MachineProbe(HERE, HERE, 0, new MachineBeans(true));
        String difference = "not read";
        for (int i = 0; i < TRIES && !difference.isEmpty(); i++) {
            work();
            Map<MachineFigure, Double> one = proc.sample(0).figures();
            Map<MachineFigure, Double> other = beans.sample(0).figures();
            // In a control group with a limit, the JDK says what the group may use.
            assumeThat(other.get(MachineFigure.MEMORY_TOTAL_MB)).isEqualTo(one.get(MachineFigure.MEMORY_TOTAL_MB));
            difference = difference(one, other);
        }
        assertThat(difference).isEmpty();
    }

    /** In which figure they differ; empty if in none. */
    private static String difference(Map<MachineFigure, Double> proc, Map<MachineFigure, Double> beans) {
        Long free = SmallFile.number(SmallFile.text("/proc/meminfo", 4096), "MemFree:");
        double freeMb = Objects.requireNonNull(free) / KILOBYTES_A_MB;
        return difference("CPU", proc.get(MachineFigure.CPU_PERCENT), beans.get(MachineFigure.CPU_PERCENT), 5)
                + difference("load", proc.get(MachineFigure.LOAD), beans.get(MachineFigure.LOAD), 0.5)
                + difference("free memory", freeMb, beans.get(MachineFigure.MEMORY_AVAILABLE_MB), 64)
                + difference("disk", proc.get(MachineFigure.DISK_FREE_MB), beans.get(MachineFigure.DISK_FREE_MB), 64);
    }

    private static String difference(String what, @Nullable Double one, @Nullable Double other, double tolerance) {
        return one != null && other != null && Math.abs(one - other) <= tolerance
                ? ""
                : what + " " + one + " and " + other + "; ";
    }

    /** So that the machine is not idle. */
    private static void work() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatTheJdkDoesNotKnowIsLeftOut() {
        Map<MachineFigure, Double> figures = new MachineProbe(HERE, HERE, 0, new MachineBeans(false))
                .sample(0)
                .figures();

        assertThat(figures)
                .containsKeys(MachineFigure.MEMORY_TOTAL_MB, MachineFigure.DISK_FREE_MB, MachineFigure.HOME_LOGS_MB)
                .doesNotContainKeys(
                        MachineFigure.MEMORY_AVAILABLE_MB,
                        MachineFigure.MEMORY_USED_MB,
                        MachineFigure.PROCESSES,
                        MachineFigure.CPU_PRESSURE,
                        MachineFigure.NETWORK_SENT_BYTES);
    }
}
