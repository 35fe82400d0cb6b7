package dev.perfagent.cli.view.monitor;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.monitor.MachineFigure;
import dev.perfagent.monitor.MachineSpan;
import org.jspecify.annotations.Nullable;

/** What the machine did in a short time, such as that of a run. */
public final class SpanSection {
    private SpanSection() {}

    public static void add(MachineSpan span, Section section) {
        if (span.isEmpty()) {
            return;
        }
        section.entry(
                "CPU",
                range(percent(span.mean(MachineFigure.CPU_PERCENT)), percent(span.max(MachineFigure.CPU_PERCENT))));
        section.entry("memory available", least(span, MachineFigure.MEMORY_AVAILABLE_MB));
        section.entry("disk free", least(span, MachineFigure.DISK_FREE_MB));
        section.entry(
                "waiting for a CPU",
                range(
                        Amount.percent(span.mean(MachineFigure.CPU_PRESSURE)),
                        Amount.percent(span.max(MachineFigure.CPU_PRESSURE))));
        section.entry(
                "waiting for disks",
                range(
                        Amount.percent(span.mean(MachineFigure.IO_PRESSURE)),
                        Amount.percent(span.max(MachineFigure.IO_PRESSURE))));
        section.entry("disk read", Amount.known(Amount.bytes(span.sum(MachineFigure.DISK_READ_BYTES))));
        section.entry("disk written", Amount.known(Amount.bytes(span.sum(MachineFigure.DISK_WRITTEN_BYTES))));
        Double load = span.mean(MachineFigure.LOAD);
        section.entry("load", load == null ? "" : Amount.decimal(load));
        section.entry("most at peaks", String.join(", ", span.top()));
    }

    private static String range(String mean, String most) {
        if (mean.equals(Amount.UNKNOWN)) {
            return "";
        }
        return mean.equals(most) ? mean : mean + " on average, " + most + " at most";
    }

    private static String least(MachineSpan span, MachineFigure figure) {
        String least = Amount.known(Amount.megabytes(span.min(figure)));
        boolean same = least.equals(Amount.known(Amount.megabytes(span.max(figure))));
        return least.isEmpty() || same ? least : least + " at least";
    }

    private static String percent(@Nullable Double percent) {
        return Amount.percent(percent == null ? null : (Double) (percent / 100));
    }
}
