package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Csv;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.ResourceUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs used of their machines, for spreadsheets: a table with a row a run. What is not known is empty. */
public final class ResourceCsv {
    static final List<String> COLUMNS = List.of(
            "peak_memory_mb",
            "average_memory_mb",
            "peak_rss_mb",
            "heap_delta_bytes",
            "allocated_bytes",
            "cpu_time_ms",
            "gc_count",
            "gc_ms",
            "io_operations",
            "classes_loaded",
            "threads_peak",
            "thread_cpu_ms",
            "cpu_wait_ms",
            "jvm_cpu_ms",
            "steal_ms",
            "machine_busy",
            "throttled_cpu_ms",
            "pressure_cpu",
            "pressure_io",
            "pressure_memory");

    private static final List<String> RUN = List.of(
            "execution_id",
            "timestamp",
            "application",
            "application_version",
            "command",
            "outcome",
            "fingerprint",
            "plan",
            "total_ms");

    private ResourceCsv() {}

    /** The heading of the table. */
    public static String heading() {
        return String.join(",", RUN) + "," + String.join(",", COLUMNS) + Csv.LINE_END;
    }

    /** One row. */
    public static String row(StoredRun run) {
        Csv csv = new Csv();
        @Nullable String plan = run.plan();
        csv.text(run.id()).text(run.start().toString());
        subject(run, csv);
        csv.text(run.fingerprint()).text(plan == null ? "" : plan);
        csv.number(Decimals.of(run.totalMs()));
        resources(run.resourceUsage(), csv);
        csv.endRow();
        return csv.toString();
    }

    static void subject(StoredRun run, Csv csv) {
        String version = run.applicationVersion();
        Outcome outcome = run.outcome();
        csv.text(run.application()).text(version == null ? "" : version).text(run.command());
        csv.text(outcome == null ? "" : outcome.text());
    }

    static void resources(ResourceUsage usage, Csv csv) {
        csv.number(Decimals.of(usage.peakMemoryMb()));
        csv.number(Decimals.of(usage.averageMemoryMb()));
        csv.number(Decimals.of(usage.peakRssMb()));
        csv.number(usage.heapDeltaBytes()).number(usage.allocatedBytes());
        csv.number(Decimals.of(usage.cpuTimeMs()));
        csv.number(usage.gcCount()).number(Decimals.of(usage.gcMs()));
        csv.number(usage.ioOperations()).number(usage.classesLoaded()).number(usage.threadsPeak());
        contention(usage.contention(), csv);
    }

    private static void contention(Contention contention, Csv csv) {
        csv.number(Decimals.of(contention.threadCpuMs())).number(Decimals.of(contention.cpuWaitMs()));
        csv.number(Decimals.of(contention.jvmCpuMs())).number(Decimals.of(contention.stealMs()));
        csv.number(Decimals.of(contention.machineBusy())).number(Decimals.of(contention.throttledCpuMs()));
        csv.number(Decimals.of(contention.pressureCpu())).number(Decimals.of(contention.pressureIo()));
        csv.number(Decimals.of(contention.pressureMemory()));
    }
}
