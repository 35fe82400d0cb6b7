package dev.perfagent.cli.view.monitor;

import dev.perfagent.monitor.MachineFigure;
import dev.perfagent.monitor.MachineSample;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The machine now, for programs. */
public record MachineMetricsJson(SystemMetrics systemMetrics) {
    private static final double MB_A_GB = 1024;

    public static MachineMetricsJson of(MachineSample sample) {
        Double total = sample.of(MachineFigure.MEMORY_TOTAL_MB);
        Double used = sample.of(MachineFigure.MEMORY_USED_MB);
        Double disk = sample.of(MachineFigure.DISK_TOTAL_MB);
        Double free = sample.of(MachineFigure.DISK_FREE_MB);
        Double diskUsed = disk == null || free == null ? null : (Double) (disk - free);
        return new MachineMetricsJson(new SystemMetrics(
                Instant.ofEpochMilli(sample.timeMillis()),
                new Memory(total, used, sample.of(MachineFigure.MEMORY_AVAILABLE_MB), percent(used, total)),
                new Cpu(
                        sample.of(MachineFigure.CPU_PERCENT),
                        sample.of(MachineFigure.LOAD),
                        Runtime.getRuntime().availableProcessors()),
                new Disk(
                        gigabytes(disk),
                        gigabytes(diskUsed),
                        gigabytes(free),
                        percent(diskUsed, disk),
                        sample.of(MachineFigure.DISK_READ_BYTES),
                        sample.of(MachineFigure.DISK_WRITTEN_BYTES)),
                new Network(
                        sample.of(MachineFigure.NETWORK_RECEIVED_BYTES),
                        sample.of(MachineFigure.NETWORK_SENT_BYTES),
                        sample.of(MachineFigure.CONNECTIONS)),
                sample.of(MachineFigure.PROCESSES),
                new Pressure(
                        sample.of(MachineFigure.CPU_PRESSURE),
                        sample.of(MachineFigure.IO_PRESSURE),
                        sample.of(MachineFigure.MEMORY_PRESSURE))));
    }

    private static @Nullable Double percent(@Nullable Double part, @Nullable Double all) {
        return part == null || all == null || all <= 0 ? null : (Double) (100 * part / all);
    }

    private static @Nullable Double gigabytes(@Nullable Double megabytes) {
        return megabytes == null ? null : (Double) (megabytes / MB_A_GB);
    }

    record SystemMetrics(
            Instant timestamp,
            Memory memory,
            Cpu cpu,
            Disk disk,
            Network network,
            @Nullable Double processes,
            Pressure pressure) {}

    record Memory(
            @Nullable Double totalMb,
            @Nullable Double usedMb,
            @Nullable Double availableMb,
            @Nullable Double usagePercent) {}

    record Cpu(@Nullable Double usagePercent, @Nullable Double loadAverage, int cores) {}

    record Disk(
            @Nullable Double totalGb,
            @Nullable Double usedGb,
            @Nullable Double availableGb,
            @Nullable Double usagePercent,
            @Nullable Double readBytes,
            @Nullable Double writtenBytes) {}

    record Network(
            @Nullable Double receivedBytes,
            @Nullable Double sentBytes,
            @Nullable Double connections) {}

    record Pressure(
            @Nullable Double cpu,
            @Nullable Double io,
            @Nullable Double memory) {}
}
