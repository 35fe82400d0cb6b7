package dev.perfagent.machine;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel has counted so far of the machine and of this process's control group; Linux only. Two of them, taken at the
 * beginning and the end of a run, say how busy the machine was in between.
 *
 * @param atNanos when, by {@link System#nanoTime}
 * @param totalMs time of all CPUs together; null where {@code /proc/stat} cannot be read
 * @param idleMs of that, without work or waiting for a disk
 * @param stealMs of that, given to other machines by the hypervisor
 * @param cpuPressureMs time in which at least one task waited for a CPU; null where the kernel does not count it: before Linux
 *     4.20, or when that is switched off
 * @param ioPressureMs the same for files and disks
 * @param memoryPressureMs the same for memory
 * @param throttledMs time in which the control group had to wait because its CPU quota was used up; null without such a group
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
 * @see <a href="https://docs.kernel.org/accounting/psi.html">Pressure stall information</a>
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files">cgroup v2, cpu.stat</a>
 */
public record MachineTimes(
        long atNanos,
        @Nullable Double totalMs,
        @Nullable Double idleMs,
        @Nullable Double stealMs,
        @Nullable Double cpuPressureMs,
        @Nullable Double ioPressureMs,
        @Nullable Double memoryPressureMs,
        @Nullable Double throttledMs) {
    /** USER_HZ, which the kernel's interface fixes at 100. */
    private static final double TICK_MS = 10;

    private static final double MICROS_PER_MS = 1e3;
    private static final double NANOS_PER_MS = 1e6;

    /** The numbers of the line {@code cpu} of {@code /proc/stat}: user, nice, system, idle, iowait, irq, softirq, steal. */
    private static final int CPU_FIELDS = 8;

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    /** As it is now: six small files. */
    public static MachineTimes now() {
        long[] cpu = cpu(SmallFile.text("/proc/stat", 256));
        return new MachineTimes(
                System.nanoTime(),
                cpu == null ? null : Double.valueOf(sum(cpu) * TICK_MS),
                cpu == null ? null : Double.valueOf((cpu[IDLE] + cpu[IO_WAIT]) * TICK_MS),
                cpu == null ? null : Double.valueOf(cpu[STEAL] * TICK_MS),
                pressure(SmallFile.text("/proc/pressure/cpu", 256)),
                pressure(SmallFile.text("/proc/pressure/io", 256)),
                pressure(SmallFile.text("/proc/pressure/memory", 256)),
                ControlGroup.throttledMs());
    }

    /** How busy all CPUs have been since then, 0 to 1; null where that is not known, or no tick has passed. */
    public @Nullable Double busySince(MachineTimes then) {
        Double total = difference(totalMs, then.totalMs);
        Double idle = difference(idleMs, then.idleMs);
        return total == null || idle == null || total <= 0 ? null : Double.valueOf(clamped(1 - idle / total));
    }

    /** Milliseconds since then that the hypervisor gave to others. */
    public @Nullable Double stealSince(MachineTimes then) {
        return difference(stealMs, then.stealMs);
    }

    /** Milliseconds since then in which the control group had to wait for its quota. */
    public @Nullable Double throttledSince(MachineTimes then) {
        return difference(throttledMs, then.throttledMs);
    }

    /** The share of the time since then in which some task waited for a CPU, 0 to 1. */
    public @Nullable Double cpuPressureSince(MachineTimes then) {
        return share(difference(cpuPressureMs, then.cpuPressureMs), then);
    }

    /** The same for files and disks. */
    public @Nullable Double ioPressureSince(MachineTimes then) {
        return share(difference(ioPressureMs, then.ioPressureMs), then);
    }

    /** The same for memory. */
    public @Nullable Double memoryPressureSince(MachineTimes then) {
        return share(difference(memoryPressureMs, then.memoryPressureMs), then);
    }

    private @Nullable Double share(@Nullable Double ms, MachineTimes then) {
        double passed = (atNanos - then.atNanos) / NANOS_PER_MS;
        return ms == null || passed <= 0 ? null : Double.valueOf(clamped(ms / passed));
    }

    private static double clamped(double share) {
        return Math.max(0, Math.min(1, share));
    }

    /** A counter that went back was set anew, by a machine that was moved or a group that was changed. */
    private static @Nullable Double difference(@Nullable Double now, @Nullable Double then) {
        return now == null || then == null || now < then ? null : Double.valueOf(now - then);
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }

    static long @Nullable [] cpu(@Nullable String stat) {
        if (stat == null || !stat.startsWith("cpu ")) {
            return null;
        }
        long[] fields = new long[CPU_FIELDS];
        int at = "cpu ".length();
        for (int i = 0; i < CPU_FIELDS; i++) {
            while (at < stat.length() && stat.charAt(at) == ' ') {
                at++;
            }
            int from = at;
            while (at < stat.length() && stat.charAt(at) >= '0' && stat.charAt(at) <= '9') {
                fields[i] = fields[i] * 10 + (stat.charAt(at++) - '0');
            }
            if (at == from) {
                return null;
            }
        }
        return fields;
    }

    /** The total of its first line, {@code some avg10=0.00 avg60=0.00 avg300=0.00 total=0}, in microseconds there. */
    static @Nullable Double pressure(@Nullable String text) {
        int total = text == null || !text.startsWith("some") ? -1 : text.indexOf("total=");
        int end = total < 0 || text == null ? -1 : text.indexOf('\n', total);
        if (text == null || end < 0) {
            return null;
        }
        try {
            return Long.parseLong(text.substring(total + "total=".length(), end)) / MICROS_PER_MS;
        } catch (NumberFormatException foreign) {
            return null;
        }
    }
}
