package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Page;
import dev.perfagent.cli.output.Screen;
import dev.perfagent.cli.output.Table;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.history.Fields;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the time of a run went: its phases, the longest first. */
final class PhaseSection {
    private static final int BAR_WIDTH = 14;

    private final Screen screen;

    PhaseSection(Screen screen) {
        this.screen = screen;
    }

    void add(Fields fields, Page page) {
        List<Map.Entry<String, Fields>> phases = fields.object("duration").named("phases").entrySet().stream()
                .sorted(Comparator.comparingDouble(phase -> -millis(phase.getValue())))
                .toList();
        page.section("Phases");
        page.table(times(phases, fields.object("duration").number("total_ms")));
        page.section("Resources of phases");
        page.table(resources(phases));
    }

    private Table times(List<Map.Entry<String, Fields>> phases, @Nullable Double totalMs) {
        Table table = new Table(
                screen,
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
            table.row(
                    phase.getKey(),
                    Amount.millis(ms),
                    Amount.percent(share),
                    screen.bar(share == null ? 0 : share, BAR_WIDTH),
                    Amount.millis(fields.number("self_ms")),
                    Amount.count(fields.whole("count")));
        }
        return table;
    }

    private Table resources(List<Map.Entry<String, Fields>> phases) {
        Table table = new Table(
                screen,
                Column.elastic("PHASE"),
                Column.number("CPU"),
                Column.number("PARALLELISM"),
                Column.number("ALLOCATED"),
                Column.number("HEAP"));
        for (Map.Entry<String, Fields> phase : phases) {
            Fields fields = phase.getValue();
            Double parallelism = fields.number("parallelism");
            Double cpu = fields.number("cpu_ms");
            Double allocated = fields.number("allocated_bytes");
            Double heap = fields.number("heap_delta_bytes");
            if (parallelism != null || cpu != null || allocated != null || heap != null) {
                table.row(
                        phase.getKey(),
                        Amount.millis(cpu),
                        parallelism == null ? Amount.UNKNOWN : Amount.decimal(parallelism),
                        Amount.bytes(allocated),
                        Amount.change(heap));
            }
        }
        return table;
    }

    private static double millis(Fields phase) {
        Double ms = phase.number("ms");
        return ms == null ? 0 : ms;
    }
}
