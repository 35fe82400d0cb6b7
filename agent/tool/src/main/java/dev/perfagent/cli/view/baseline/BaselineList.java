package dev.perfagent.cli.view.baseline;

import dev.perfagent.baseline.Baseline;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.compare.RunTimes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Saved baselines for people. */
public final class BaselineList {
    private final ZoneId zone;

    /** @param zone in which times are shown */
    public BaselineList(ZoneId zone) {
        this.zone = zone;
    }

    /** Them in the order given. */
    public Document of(List<Baseline> baselines) {
        Document document = new Document();
        Section section = document.opening();
        boolean machineKnown = baselines.stream()
                .anyMatch(baseline -> RunTimes.medianShare(baseline.runs().all()) != null);
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("NAME"), Column.text("SAVED"), Column.number("RUNS"), Column.number("COMMANDS")));
        if (machineKnown) {
            columns.add(Column.number("CPU"));
            columns.add(Column.number("MACHINE"));
        }
        columns.add(Column.elastic("RUNS OF"));
        section.columns(columns.toArray(Column[]::new));
        for (Baseline baseline : baselines) {
            List<RunTimes> runs = baseline.runs().all();
            List<String> cells = new ArrayList<>(List.of(
                    baseline.name(),
                    TimeText.second(baseline.saved(), zone),
                    Amount.count((long) runs.size()),
                    Amount.count((long) baseline.runs().runs().size())));
            if (machineKnown) {
                cells.add(Amount.millis(RunTimes.medianCpuMs(runs)));
                cells.add(Amount.percent(RunTimes.medianShare(runs)));
            }
            cells.add(baseline.runs().text());
            section.row(cells.toArray(String[]::new));
        }
        if (machineKnown) {
            section.note(
                    "CPU: CPU time of a run. MACHINE: the part of its time in which it waited for a CPU. Both by the"
                            + " median of all runs.");
        }
        return document;
    }
}
