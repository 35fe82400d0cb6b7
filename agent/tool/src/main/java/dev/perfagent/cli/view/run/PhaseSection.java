package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.history.Fields;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the time of a run went: its phases, the longest first. */
final class PhaseSection {
    private static final int BAR_WIDTH = 14;

    private PhaseSection() {}

    static void add(Fields fields, Document document) {
        List<Map.Entry<String, Fields>> phases = fields.object("duration").named("phases").entrySet().stream()
                .sorted(Comparator.comparingDouble(phase -> -millis(phase.getValue())))
                .toList();
        times(phases, fields.object("duration").number("total_ms"), document.section("Phases"));
        resources(phases, document.section("Resources of phases"));
    }

    private static void times(List<Map.Entry<String, Fields>> phases, @Nullable Double totalMs, Section section) {
        section.columns(
                Column.elastic("PHASE"),
                Column.number("TIME"),
                Column.number("SHARE"),
                Column.text(" ".repeat(BAR_WIDTH)),
                Column.number("SELF"),
                Column.number("COUNT"));
        for (Map.Entry<String, Fields> phase : phases) {
            Fields fields = phase.getValue();
            Double ms = fields.number("ms");
            Double share = ms == null || totalMs == null || totalMs <= 0 ? null : (Double) (ms / totalMs);
            section.row(
                    phase.getKey(),
                    Amount.millis(ms),
                    Amount.percent(share),
                    Amount.bar(share == null ? 0 : share, BAR_WIDTH),
                    Amount.millis(fields.number("self_ms")),
                    Amount.count(fields.whole("count")));
        }
    }

    private static void resources(List<Map.Entry<String, Fields>> phases, Section section) {
        section.columns(
                Column.elastic("PHASE"),
                Column.number("CPU"),
                Column.number("CPU WAIT"),
                Column.number("PARALLELISM"),
                Column.number("SAVED"),
                Column.number("ALLOCATED"),
                Column.number("HEAP"));
        for (Map.Entry<String, Fields> phase : phases) {
            Fields fields = phase.getValue();
            Double parallelism = fields.number("parallelism");
            Double cpu = fields.number("cpu_ms");
            Double wait = fields.number("cpu_wait_ms");
            Double allocated = fields.number("allocated_bytes");
            Double heap = fields.number("heap_delta_bytes");
            if (parallelism != null || cpu != null || wait != null || allocated != null || heap != null) {
                section.row(
                        phase.getKey(),
                        Amount.millis(cpu),
                        Amount.millis(wait),
                        parallelism == null ? Amount.UNKNOWN : Amount.decimal(parallelism),
                        Amount.millis(fields.number("saved_ms")),
                        Amount.bytes(allocated),
                        Amount.change(heap));
            }
        }
    }

    private static double millis(Fields phase) {
        Double ms = phase.number("ms");
        return ms == null ? 0 : ms;
    }
}
