package dev.perfagent.cli.output;

import dev.perfagent.history.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run used of the machine. */
final class ResourceSection {
    void add(Fields fields, Page page) {
        Fields usage = fields.object("resource_usage");
        page.section("Memory and CPU");
        page.entry(
                "heap",
                list(
                        before("peak", Amount.megabytes(usage.number("peak_memory_mb"))),
                        before("average", Amount.megabytes(usage.number("average_memory_mb"))),
                        before("change", Amount.change(usage.number("heap_delta_bytes")))));
        page.entry("process memory", list(before("peak", Amount.megabytes(usage.number("peak_rss_mb")))));
        page.entry("allocated", RunPage.known(Amount.bytes(usage.number("allocated_bytes"))));
        page.entry(
                "CPU",
                cpu(usage.number("cpu_time_ms"), fields.object("duration").number("process_ms")));
        Long collections = usage.whole("gc_count");
        page.entry(
                "GC",
                list(
                        collections == null ? "" : Amount.counted(collections, "collection", "collections"),
                        RunPage.known(Amount.millis(usage.number("gc_ms")))));
        page.entry("I/O operations", RunPage.known(Amount.count(usage.whole("io_operations"))));
        page.entry("classes", list(after(Amount.count(usage.whole("classes_loaded")), "loaded")));
        page.entry("threads", list(before("peak", Amount.count(usage.whole("threads_peak")))));
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
    static String list(String... parts) {
        List<String> known = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                known.add(part);
            }
        }
        return String.join(", ", known);
    }
}
