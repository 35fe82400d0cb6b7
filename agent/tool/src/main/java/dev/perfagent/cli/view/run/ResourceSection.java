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
        Fields duration = fields.object("duration");
        Double totalMs = duration.number("total_ms");
        section.entry("CPU", share(usage.number("cpu_time_ms"), totalMs, "of one core"));
        contention(usage, totalMs, section);
        // What the JVM counts, it counts from its start for the first command, and for a later one from that.
        boolean isFirst = duration.number("until_command_ms") != null;
        Double countedMs = isFirst ? duration.number("process_ms") : totalMs;
        Long collections = usage.whole("gc_count");
        section.entry(
                "GC",
                list(
                        collections == null ? "" : Amount.counted(collections, "collection", "collections"),
                        share(usage.number("gc_ms"), countedMs, "of the time")));
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
        section.entry("JIT compilers", share(usage.number("jit_ms"), countedMs, "of the time, beside the program"));
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

    private static String share(@Nullable Double ms, @Nullable Double ofMs, String what) {
        if (ms == null) {
            return "";
        }
        return ofMs == null || ofMs <= 0
                ? Amount.millis(ms)
                : Amount.millis(ms) + ", " + Amount.percent(ms / ofMs) + " " + what;
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
