package dev.perfagent.cli.view.analysis;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.run.ShortIds;
import dev.perfagent.monitor.MachineFigure;
import dev.perfagent.monitor.MachineSpan;
import java.util.List;

/** What the machine did during slow runs, a row per run that a monitor saw. */
final class MachineSection {
    private static final double PERCENT = 100;

    private MachineSection() {}

    static void add(List<SeenRun> runs, Section section) {
        if (runs.isEmpty()) {
            return;
        }
        section.columns(
                Column.text("ID"),
                Column.number("TOTAL"),
                Column.number("CPU"),
                Column.number("WAITING FOR CPU"),
                Column.number("FOR DISKS"),
                Column.number("MEMORY LEFT"),
                Column.elastic("MOST AT PEAKS"));
        for (SeenRun seen : runs) {
            MachineSpan machine = seen.machine();
            Double cpu = machine.mean(MachineFigure.CPU_PERCENT);
            section.row(
                    Cell.of(ShortIds.of(seen.run().id())),
                    Cell.of(Amount.millis(seen.run().ms())),
                    Cell.of(Amount.percent(cpu == null ? null : (Double) (cpu / PERCENT))),
                    Cell.of(Amount.percent(machine.mean(MachineFigure.CPU_PRESSURE))),
                    Cell.of(Amount.percent(machine.mean(MachineFigure.IO_PRESSURE))),
                    Cell.of(Amount.megabytes(machine.min(MachineFigure.MEMORY_AVAILABLE_MB))),
                    Cell.of(String.join(", ", machine.top())));
        }
        section.note(
                "On average during the run; of memory the least that was available. Only runs that a monitor saw.");
    }
}
