package dev.perfagent.cli.view.report;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Sparkline;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.scope.CommandLabels;
import dev.perfagent.cli.view.scope.ScopeWords;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.CommandTrend;
import dev.perfagent.statistics.Trend.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How times change: those that get worse first. */
public final class TrendSection {
    private static final List<Direction> ORDER = List.of(
            Direction.DEGRADING, Direction.IMPROVING, Direction.NO_TREND_SHOWN, Direction.STABLE, Direction.UNKNOWN);

    private final CommandLabels labels;

    TrendSection(CommandLabels labels) {
        this.labels = labels;
    }

    void add(List<CommandReport> commands, Document document) {
        Section section = document.section("Trending");
        section.columns(
                Column.elastic("COMMAND"),
                Column.text("TIMES, OLDEST FIRST"),
                Column.text("TREND"),
                Column.number("CHANGE"),
                Column.text("EVIDENCE"));
        List<CommandReport> sorted = commands.stream()
                .filter(command -> command.trend() != null)
                .sorted(Comparator.comparingInt(TrendSection::order))
                .toList();
        boolean busy = false;
        for (CommandReport command : sorted) {
            CommandTrend trend = command.trend();
            if (trend != null) {
                busy |= trend.withoutMachine();
                section.row(
                        Cell.of(labels.of(command.name())),
                        Cell.of(Sparkline.of(trend.medians())),
                        new Cell(trend.direction().text(), style(trend.direction())),
                        Cell.of(Amount.signedPercent(trend.change())),
                        Cell.of(evidence(trend)));
            }
        }
        if (busy) {
            section.note(ScopeWords.BUSY_MACHINE);
        }
    }

    private static int order(CommandReport command) {
        CommandTrend trend = command.trend();
        return trend == null ? ORDER.size() : ORDER.indexOf(trend.direction());
    }

    private static String evidence(CommandTrend trend) {
        Double p = trend.pValue();
        return (p == null ? "" : probability(p) + ", ") + Amount.counted(trend.runs(), "run", "runs");
    }

    /** {@code p<0.001}, {@code p=0.03}. */
    public static String probability(double p) {
        return p < 0.001 ? "p<0.001" : "p=" + String.format(Locale.ROOT, p < 0.1 ? "%.3f" : "%.2f", p);
    }

    private static Style style(Direction direction) {
        return switch (direction) {
            case IMPROVING -> Style.GOOD;
            case DEGRADING -> Style.BAD;
            case STABLE, NO_TREND_SHOWN, UNKNOWN -> Style.PLAIN;
        };
    }
}
