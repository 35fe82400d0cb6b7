package dev.perfagent.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A minute in which the machine was not itself.
 *
 * @param start its first moment
 * @param reasons such as {@code CPU 98 %}
 */
public record BadMinute(Instant start, List<String> reasons) {
    private static final long MINUTE_MILLIS = 60_000;
    private static final double MUCH_PRESSURE = 0.5;
    private static final double PERCENT = 100;
    private static final double MB_A_GB = 1024;

    public BadMinute {
        reasons = List.copyOf(reasons);
    }

    /** Whether something that ran then ran in it. */
    public boolean overlaps(Instant from, Instant to) {
        return from.isBefore(start.plusMillis(MINUTE_MILLIS)) && !to.isBefore(start);
    }

    /** Those in which a limit was broken on average, or something waited for half of the time. */
    public static List<BadMinute> in(List<MachineSample> samples, MonitorOrder.Limits limits) {
        Map<Long, List<MachineSample>> minutes = new LinkedHashMap<>();
        for (MachineSample sample : samples) {
            long minute = Math.floorDiv(sample.timeMillis(), MINUTE_MILLIS) * MINUTE_MILLIS;
            minutes.computeIfAbsent(minute, start -> new ArrayList<>()).add(sample);
        }
        List<BadMinute> bad = new ArrayList<>();
        minutes.forEach((start, of) -> {
            List<String> reasons = reasons(MachineSpan.of(of), limits);
            if (!reasons.isEmpty()) {
                bad.add(new BadMinute(Instant.ofEpochMilli(start), reasons));
            }
        });
        return bad;
    }

    private static List<String> reasons(MachineSpan minute, MonitorOrder.Limits limits) {
        List<String> reasons = new ArrayList<>();
        Double cpu = minute.mean(MachineFigure.CPU_PERCENT);
        if (cpu != null && limits.cpuPercent() != null && cpu > limits.cpuPercent()) {
            reasons.add("CPU " + Math.round(cpu) + "%");
        }
        Double memory = minute.mean(MachineFigure.MEMORY_AVAILABLE_MB);
        if (memory != null && limits.memoryMb() != null && memory < limits.memoryMb()) {
            reasons.add(Math.round(memory) + " MB of memory available");
        }
        Double disk = minute.mean(MachineFigure.DISK_FREE_MB);
        if (disk != null && limits.diskMb() != null && disk < limits.diskMb()) {
            reasons.add(Math.round(disk / MB_A_GB * 10) / 10.0 + " GB of disk free");
        }
        addPressure("a CPU", minute.mean(MachineFigure.CPU_PRESSURE), reasons);
        addPressure("disks", minute.mean(MachineFigure.IO_PRESSURE), reasons);
        addPressure("memory", minute.mean(MachineFigure.MEMORY_PRESSURE), reasons);
        return reasons;
    }

    private static void addPressure(String what, @Nullable Double share, List<String> reasons) {
        if (share != null && share >= MUCH_PRESSURE) {
            reasons.add("waiting for " + what + " " + Math.round(share * PERCENT) + "% of the time");
        }
    }
}
