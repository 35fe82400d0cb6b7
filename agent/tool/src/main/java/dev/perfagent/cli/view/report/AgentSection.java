package dev.perfagent.cli.view.report;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.report.AgentUse;
import java.util.Locale;

/** What perf-agent itself took. */
final class AgentSection {
    private AgentSection() {}

    static void add(AgentUse agent, Document document) {
        Section section = document.section("perf-agent itself");
        section.columns(
                Column.text("KIND"),
                Column.number("RUNS"),
                Column.number("START"),
                Column.number("IN ALL"),
                Column.number("WEAVING"),
                Column.number("END"),
                Column.number("IN ALL"));
        row("warm", agent.warm(), section);
        row("cold", agent.cold(), section);
        Double share = agent.share();
        section.note("Median of a run, and the sum of all runs"
                + (share == null ? "" : "; start and end are " + small(share) + " of the processes' time")
                + ". Cold runs weave classes, partly within the start. What the JVM itself needs because of"
                + " -javaagent is not included.");
    }

    private static String small(double share) {
        return share >= 0.1
                ? Amount.percent(share)
                : String.format(Locale.ROOT, share < 0.001 && share > 0 ? "%.2g%%" : "%.1f%%", 100 * share);
    }

    private static void row(String kind, AgentUse.Part part, Section section) {
        boolean stated = part.start().medianMs() != null || part.exit().medianMs() != null;
        if (!stated) {
            return;
        }
        section.row(
                Cell.of(kind),
                Cell.of(Amount.count(part.runs())),
                Cell.of(Amount.millis(part.start().medianMs())),
                total(part.start()),
                Cell.of(Amount.millis(part.weaving().medianMs())),
                Cell.of(Amount.millis(part.exit().medianMs())),
                total(part.exit()));
    }

    private static Cell total(AgentUse.Cost cost) {
        return Cell.of(cost.medianMs() == null ? Amount.UNKNOWN : Amount.millis(cost.totalMs()));
    }
}
