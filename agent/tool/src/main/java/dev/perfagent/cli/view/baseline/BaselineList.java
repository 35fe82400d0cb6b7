package dev.perfagent.cli.view.baseline;

import dev.perfagent.baseline.Baseline;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.output.TimeText;
import java.time.ZoneId;
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
        section.columns(
                Column.text("NAME"),
                Column.text("SAVED"),
                Column.number("RUNS"),
                Column.number("COMMANDS"),
                Column.elastic("RUNS OF"));
        for (Baseline baseline : baselines) {
            section.row(
                    baseline.name(),
                    TimeText.second(baseline.saved(), zone),
                    Amount.count((long) baseline.runs().size()),
                    Amount.count((long) baseline.runs().runs().size()),
                    baseline.runs().text());
        }
        return document;
    }
}
