package dev.perfagent.cli.view.report;

import dev.perfagent.analysis.MachineUse;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.scope.CommandLabels;
import dev.perfagent.report.CommandReport;
import dev.perfagent.threshold.RecentTimes;
import java.util.List;

/** CPU time by command, and what the machine had to do with its time. */
final class CpuSection {
    private CpuSection() {}

    static void add(List<CommandReport> commands, CommandLabels labels, Document document) {
        Section section = document.section("CPU time and the machine");
        section.columns(
                Column.elastic("COMMAND"),
                Column.number("CPU"),
                Column.number("APPLICATION"),
                Column.number("MACHINE"),
                Column.number("MACHINE P90"));
        if (commands.stream().map(CommandReport::machine).allMatch(machine -> machine == null || machine.isUnknown())) {
            return;
        }
        for (CommandReport command : commands) {
            MachineUse machine = command.machine();
            if (machine == null) {
                continue;
            }
            Double share = machine.medianShare();
            Style style = share != null && share >= RecentTimes.BUSY ? Style.WARNING : Style.PLAIN;
            section.row(
                    Cell.of(labels.of(command.name())),
                    Cell.of(Amount.millis(machine.medianCpuMs())),
                    Cell.of(Amount.millis(machine.medianApplicationCpuMs())),
                    new Cell(Amount.percent(share), style),
                    Cell.of(Amount.percent(machine.p90Share())));
        }
        section.note("CPU: median CPU time of all threads. APPLICATION: without the JVM's own threads. MACHINE: the"
                + " machine's share, the part of its time in which a run waited for a CPU, by its median; nine of ten"
                + " runs are below MACHINE P90.");
    }
}
