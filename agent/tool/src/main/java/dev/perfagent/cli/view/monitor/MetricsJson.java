package dev.perfagent.cli.view.monitor;

import dev.perfagent.monitor.Figure;
import dev.perfagent.monitor.MachineSample;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The machine now, for programs. */
public record MetricsJson(SystemMetrics systemMetrics) {
    private static final double MB_A_GB = 1024;

    public static MetricsJson of(MachineSample sample) {
        Double total = sample.of(Figure.MEMORY_TOTAL_MB);
        Double used = sample.of(Figure.MEMORY_USED_MB);
        Double disk = sample.of(Figure.DISK_TOTAL_MB);
        Double free = sample.of(Figure.DISK_FREE_MB);
        Double diskUsed = disk == null || free == null ? null : (Double) (disk - free);
        return new MetricsJson(new SystemMetrics(
                Instant.ofEpochMilli(sample.timeMillis()),
                new Memory(total, used, sample.of(Figure.MEMORY_AVAILABLE_MB), percent(used, total)),
                new Cpu(
                        sample.of(Figure.CPU_PERCENT),
                        sample.of(Figure.LOAD),
                        Runtime.getRuntime().availableProcessors()),
                new Disk(
                        gigabytes(disk),
                        gigabytes(diskUsed),
                        gigabytes(free),
                        percent(diskUsed, disk),
                        sample.of(Figure.DISK_READ_BYTES),
                        sample.of(Figure.DISK_WRITTEN_BYTES)),
                new Network(
                        sample.of(Figure.NETWORK_RECEIVED_BYTES),
                        sample.of(Figure.NETWORK_SENT_BYTES),
                        sample.of(Figure.CONNECTIONS)),
                sample.of(Figure.PROCESSES),
                new Pressure(
                        sample.of(Figure.CPU_PRESSURE),
                        sample.of(Figure.IO_PRESSURE),
                        sample.of(Figure.MEMORY_PRESSURE))));
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
