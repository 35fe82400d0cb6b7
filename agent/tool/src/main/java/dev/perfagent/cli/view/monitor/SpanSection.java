package dev.perfagent.cli.view.monitor;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.monitor.Figure;
import dev.perfagent.monitor.MachineSpan;
import org.jspecify.annotations.Nullable;

/** What the machine did in a short time, such as that of a run. */
public final class SpanSection {
    private SpanSection() {}

    public static void add(MachineSpan span, Section section) {
        if (span.isEmpty()) {
            return;
        }
        section.entry("CPU", range(percent(span.mean(Figure.CPU_PERCENT)), percent(span.max(Figure.CPU_PERCENT))));
        section.entry("memory available", least(Amount.megabytes(span.min(Figure.MEMORY_AVAILABLE_MB))));
        section.entry("disk free", least(Amount.megabytes(span.min(Figure.DISK_FREE_MB))));
        section.entry(
                "waiting for a CPU",
                range(Amount.percent(span.mean(Figure.CPU_PRESSURE)), Amount.percent(span.max(Figure.CPU_PRESSURE))));
        section.entry(
                "waiting for disks",
                range(Amount.percent(span.mean(Figure.IO_PRESSURE)), Amount.percent(span.max(Figure.IO_PRESSURE))));
        section.entry("disk read", Amount.known(Amount.bytes(span.sum(Figure.DISK_READ_BYTES))));
        section.entry("disk written", Amount.known(Amount.bytes(span.sum(Figure.DISK_WRITTEN_BYTES))));
        Double load = span.mean(Figure.LOAD);
        section.entry("load", load == null ? "" : Amount.decimal(load));
        section.entry("most at peaks", String.join(", ", span.top()));
    }

    private static String range(String mean, String most) {
        return mean.equals(Amount.UNKNOWN) ? "" : mean + " on average, " + most + " at most";
    }

    private static String least(String amount) {
        return amount.equals(Amount.UNKNOWN) ? "" : amount + " at least";
    }

    private static String percent(@Nullable Double percent) {
        return Amount.percent(percent == null ? null : (Double) (percent / 100));
    }
}
