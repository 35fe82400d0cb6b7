package dev.perfagent.monitor;

import dev.perfagent.machine.MachineTimes;
import dev.perfagent.machine.SmallFile;
import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how the machine is: some twelve small files on Linux, elsewhere what the JDK knows of it. */
public final class MachineProbe {
    private static final double BYTES_A_MB = 1024 * 1024;
    private static final double KILOBYTES_A_MB = 1024;
    private static final double NANOS_A_MS = 1e6;
    private static final double PERCENT = 100;

    /** Plans are many files, and seldom new. */
    private static final int SAMPLES_A_LOOK_AT_PLANS = 60;

    private final File disk;
    private final File home;
    private final @Nullable ProcessFamily family;
    private final CounterFiles counters = new CounterFiles();

    /** Null where there is /proc, which says more and costs less. */
    private final @Nullable MachineBeans beans;

    private MachineTimes times = MachineTimes.now();
    private double @Nullable [] network = counters.network();
    private double @Nullable [] diskBytes = counters.disk();
    private double familyCpuMs = -1;
    private double plansMb;
    private int samples;

    /**
     * Begins to count.
     *
     * @param disk a folder on the disk that is watched
     * @param pid a process that is watched too; 0 for none
     */
    public MachineProbe(File disk, File home, long pid) {
        this(disk, home, pid, new File("/proc/meminfo").exists() ? null : new MachineBeans());
    }

    /** @param beans are asked instead of /proc; null for /proc */
    MachineProbe(File disk, File home, long pid, @Nullable MachineBeans beans) {
        this.beans = beans;
        this.disk = disk;
        this.home = home;
        this.family = pid == 0 ? null : new ProcessFamily(pid);
        if (family != null && family.look()) {
            familyCpuMs = family.cpuMs();
        }
    }

    /** How it is now, and what was counted since the call before. */
    public MachineSample sample(long timeMillis) {
        Map<MachineFigure, Double> figures = new EnumMap<>(MachineFigure.class);
        MachineTimes now = MachineTimes.now();
        if (beans == null) {
            addFromProc(now, figures);
        } else {
            beans.add(figures);
        }
        figures.put(MachineFigure.DISK_TOTAL_MB, disk.getTotalSpace() / BYTES_A_MB);
        figures.put(MachineFigure.DISK_FREE_MB, disk.getUsableSpace() / BYTES_A_MB);
        addFamily((now.atNanos() - times.atNanos()) / NANOS_A_MS, figures);
        addHome(figures);
        times = now;
        samples++;
        return new MachineSample(timeMillis, figures, "");
    }

    private void addFromProc(MachineTimes now, Map<MachineFigure, Double> figures) {
        addMemory(figures);
        addProcesses(figures);
        Double busy = now.busySince(times);
        put(MachineFigure.CPU_PERCENT, busy == null ? null : (Double) (busy * PERCENT), figures);
        put(MachineFigure.CPU_PRESSURE, now.cpuPressureSince(times), figures);
        put(MachineFigure.IO_PRESSURE, now.ioPressureSince(times), figures);
        put(MachineFigure.MEMORY_PRESSURE, now.memoryPressureSince(times), figures);
        addCounters(figures);
    }

    private static void addMemory(Map<MachineFigure, Double> figures) {
        String memory = SmallFile.text("/proc/meminfo", 4096);
        Long total = SmallFile.number(memory, "MemTotal:");
        Long available = SmallFile.number(memory, "MemAvailable:");
        put(MachineFigure.MEMORY_TOTAL_MB, total == null ? null : (Double) (total / KILOBYTES_A_MB), figures);
        put(
                MachineFigure.MEMORY_AVAILABLE_MB,
                available == null ? null : (Double) (available / KILOBYTES_A_MB),
                figures);
        if (total != null && available != null) {
            figures.put(MachineFigure.MEMORY_USED_MB, (total - available) / KILOBYTES_A_MB);
        }
    }

    private static void addProcesses(Map<MachineFigure, Double> figures) {
        String load = SmallFile.text("/proc/loadavg", 64);
        if (load != null) {
            try {
                figures.put(MachineFigure.LOAD, Double.valueOf(CounterFiles.word(load, 0)));
            } catch (NumberFormatException foreign) {
                figures.remove(MachineFigure.LOAD);
            }
        }
        String[] entries = new File("/proc").list();
        if (entries != null) {
            int count = 0;
            for (String entry : entries) {
                count += Character.isDigit(entry.charAt(0)) ? 1 : 0;
            }
            figures.put(MachineFigure.PROCESSES, (double) count);
        }
        Long connections = SmallFile.number(SmallFile.text("/proc/net/sockstat", 1024), "TCP: inuse");
        Long six = SmallFile.number(SmallFile.text("/proc/net/sockstat6", 1024), "TCP6: inuse");
        if (connections != null) {
            figures.put(MachineFigure.CONNECTIONS, (double) connections + (six == null ? 0 : six));
        }
    }

    private void addCounters(Map<MachineFigure, Double> figures) {
        double[] networkNow = counters.network();
        double[] diskNow = counters.disk();
        put(MachineFigure.NETWORK_RECEIVED_BYTES, difference(networkNow, network, 0), figures);
        put(MachineFigure.NETWORK_SENT_BYTES, difference(networkNow, network, 1), figures);
        put(MachineFigure.DISK_READ_BYTES, difference(diskNow, diskBytes, 0), figures);
        put(MachineFigure.DISK_WRITTEN_BYTES, difference(diskNow, diskBytes, 1), figures);
        network = networkNow;
        diskBytes = diskNow;
    }

    private void addFamily(double passedMs, Map<MachineFigure, Double> figures) {
        if (family == null || !family.look()) {
            return;
        }
        if (familyCpuMs >= 0 && passedMs > 0) {
            figures.put(MachineFigure.PID_CPU_PERCENT, Math.max(0, family.cpuMs() - familyCpuMs) / passedMs * PERCENT);
        }
        familyCpuMs = family.cpuMs();
        figures.put(MachineFigure.PID_MEMORY_MB, family.memoryMb());
        figures.put(MachineFigure.PID_PROCESSES, (double) family.count());
    }

    private void addHome(Map<MachineFigure, Double> figures) {
        long logs = new File(home, "alerts.log").length()
                + new File(home, "alerts.log.1").length()
                + new File(home, "agent.log").length();
        figures.put(MachineFigure.HOME_LOGS_MB, logs / BYTES_A_MB);
        if (samples % SAMPLES_A_LOOK_AT_PLANS == 0) {
            File[] plans = new File(home, "plans").listFiles();
            long bytes = 0;
            for (File plan : plans == null ? new File[0] : plans) {
                bytes += plan.length();
            }
            plansMb = bytes / BYTES_A_MB;
        }
        figures.put(MachineFigure.HOME_PLANS_MB, plansMb);
    }

    /** A counter that went back was set anew. */
    private static @Nullable Double difference(double @Nullable [] now, double @Nullable [] then, int index) {
        return now == null || then == null || now[index] < then[index] ? null : (Double) (now[index] - then[index]);
    }

    private static void put(MachineFigure figure, @Nullable Double value, Map<MachineFigure, Double> figures) {
        if (value != null) {
            figures.put(figure, value);
        }
    }
}
