package dev.perfagent.monitor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the JDK knows of the machine, for systems without /proc. */
final class MachineBeans {
    private static final double BYTES_A_MB = 1024 * 1024;
    private static final double PERCENT = 100;

    private final @Nullable OperatingSystemMXBean system;
    private final boolean freeIsAvailable;

    /** Of this system. */
    MachineBeans() {
        this(System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows"));
    }

    /**
     * Begins to count.
     *
     * @param freeIsAvailable whether the JDK's free memory is what programs can get, as on Windows. On macOS caches are not in
     *     it, though the system gives them back: nearly all memory would look used.
     */
    MachineBeans(boolean freeIsAvailable) {
        this.freeIsAvailable = freeIsAvailable;
        system = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean full ? full : null;
        if (system != null) {
            system.getCpuLoad(); // what it returns next is of the time from now on
        }
    }

    /** Adds what is known. CPU is of the time since the call before. */
    void add(Map<MachineFigure, Double> figures) {
        if (system == null) {
            return;
        }
        double total = system.getTotalMemorySize() / BYTES_A_MB;
        figures.put(MachineFigure.MEMORY_TOTAL_MB, total);
        if (freeIsAvailable) {
            double free = system.getFreeMemorySize() / BYTES_A_MB;
            figures.put(MachineFigure.MEMORY_AVAILABLE_MB, free);
            figures.put(MachineFigure.MEMORY_USED_MB, total - free);
        }
        put(MachineFigure.LOAD, system.getSystemLoadAverage(), figures);
        put(MachineFigure.CPU_PERCENT, system.getCpuLoad() * PERCENT, figures);
    }

    /** Unless it is not known, which the JDK says with a negative number or none at all. */
    private static void put(MachineFigure figure, double value, Map<MachineFigure, Double> figures) {
        if (value >= 0) {
            figures.put(figure, value);
        }
    }
}
