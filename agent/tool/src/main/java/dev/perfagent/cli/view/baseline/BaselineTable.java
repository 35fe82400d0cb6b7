package dev.perfagent.cli.view.baseline;

import dev.perfagent.baseline.Baseline;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Table;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.output.TimeText;
import java.time.ZoneId;
import java.util.List;

/** Saved baselines for people. */
public final class BaselineTable {
    private final ZoneId zone;

    /** @param zone in which times are told */
    public BaselineTable(ZoneId zone) {
        this.zone = zone;
    }

    /** Writes them in the order given. */
    public void write(List<Baseline> baselines, Output out) {
        Table table = new Table(
                out.screen(),
                Column.text("NAME"),
                Column.text("SAVED"),
                Column.number("RUNS"),
                Column.number("COMMANDS"),
                Column.elastic("RUNS OF"));
        for (Baseline baseline : baselines) {
            table.row(
                    baseline.name(),
                    TimeText.second(baseline.saved(), zone),
                    Amount.count((long) baseline.runs().size()),
                    Amount.count((long) baseline.runs().runs().size()),
                    baseline.runs().text());
        }
        table.lines(0).forEach(out::line);
    }
}
