package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.history.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run used of the machine. */
public final class ResourceSection {
    private ResourceSection() {}

    static void add(Fields fields, Section section) {
        Fields usage = fields.object("resource_usage");
        section.entry(
                "heap",
                list(
                        before("peak", Amount.megabytes(usage.number("peak_memory_mb"))),
                        before("average", Amount.megabytes(usage.number("average_memory_mb"))),
                        before("change", Amount.change(usage.number("heap_delta_bytes")))));
        section.entry("process memory", list(before("peak", Amount.megabytes(usage.number("peak_rss_mb")))));
        section.entry("allocated", Amount.known(Amount.bytes(usage.number("allocated_bytes"))));
        section.entry(
                "CPU",
                cpu(usage.number("cpu_time_ms"), fields.object("duration").number("process_ms")));
        contention(usage, fields.object("duration").number("total_ms"), section);
        Long collections = usage.whole("gc_count");
        section.entry(
                "GC",
                list(
                        collections == null ? "" : Amount.counted(collections, "collection", "collections"),
                        Amount.known(Amount.millis(usage.number("gc_ms")))));
        section.entry("I/O operations", Amount.known(Amount.count(usage.whole("io_operations"))));
        section.entry(
                "HTTP bodies",
                list(
                        after(Amount.bytes(usage.number("bytes_sent")), "sent"),
                        after(Amount.bytes(usage.number("bytes_received")), "received")));
        section.entry(
                "classes",
                list(
                        after(Amount.count(usage.whole("classes_loaded")), "loaded"),
                        after(Amount.count(usage.whole("classes_shared")), "of them from an archive")));
        section.entry("JIT compilers", list(after(Amount.millis(usage.number("jit_ms")), "beside the program")));
        section.entry("threads", list(before("peak", Amount.count(usage.whole("threads_peak")))));
    }

    /** Whose fault it was that it took so long. */
    private static void contention(Fields usage, @Nullable Double totalMs, Section section) {
        Double wait = usage.number("cpu_wait_ms");
        String share = wait == null || totalMs == null || totalMs <= 0
                ? ""
                : " (" + Amount.percent(Math.min(1, wait / totalMs)) + " of the time)";
        section.entry(
                "main thread",
                list(
                        after(Amount.millis(usage.number("thread_cpu_ms")), "on a CPU"),
                        after(Amount.millis(wait), "waiting for one" + share)));
        section.entry("JVM's threads", list(after(Amount.millis(usage.number("jvm_cpu_ms")), "of CPU")));
        Fields pressure = usage.object("pressure");
        section.entry(
                "machine",
                list(
                        after(Amount.percent(usage.number("machine_busy")), "busy"),
                        after(Amount.percent(pressure.number("cpu")), "of the time some program waited for a CPU"),
                        after(Amount.percent(positive(pressure.number("io"))), "for a disk"),
                        after(Amount.percent(positive(pressure.number("memory"))), "for memory"),
                        stolen(Amount.millis(positive(usage.number("steal_ms")))),
                        throttled(Amount.millis(positive(usage.number("throttled_cpu_ms"))))));
    }

    private static @Nullable Double positive(@Nullable Double ms) {
        return ms == null || ms <= 0 ? null : ms;
    }

    private static String stolen(String amount) {
        return after(amount, "taken by other virtual machines");
    }

    private static String throttled(String amount) {
        return after(amount, "held back by the CPU quota");
    }

    private static String cpu(@Nullable Double cpuMs, @Nullable Double processMs) {
        if (cpuMs == null) {
            return "";
        }
        return processMs == null || processMs <= 0
                ? Amount.millis(cpuMs)
                : Amount.millis(cpuMs) + ", " + Amount.percent(cpuMs / processMs) + " of one core";
    }

    static String before(String word, String amount) {
        return amount.equals(Amount.UNKNOWN) ? "" : word + " " + amount;
    }

    static String after(String amount, String word) {
        return amount.equals(Amount.UNKNOWN) ? "" : amount + " " + word;
    }

    /** What is known of these. */
    public static String list(String... parts) {
        List<String> known = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                known.add(part);
            }
        }
        return String.join(", ", known);
    }
}
