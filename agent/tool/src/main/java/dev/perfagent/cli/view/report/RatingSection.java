package dev.perfagent.cli.view.report;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.scope.CommandLabels;
import dev.perfagent.report.ApiUse;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.Efficiency;
import dev.perfagent.report.MemoryUse;
import dev.perfagent.report.Score;
import dev.perfagent.threshold.Rating;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command's times, memory and requests are worth. */
final class RatingSection {
    /** The same words are in the help and in docs/report.md. */
    static final String DEFINITIONS =
            "SCORE: target time divided by median time. TIME: median against benchmarks.yml. MEMORY: share "
                    + "of time outside garbage collection. API: share of requests that were needed.";

    private final CommandLabels labels;

    RatingSection(CommandLabels labels) {
        this.labels = labels;
    }

    void add(List<CommandReport> commands, Document document) {
        Section section = document.section("Ratings");
        section.columns(
                Column.elastic("COMMAND"),
                Column.number("SCORE"),
                Column.text(" ".repeat(10)),
                Column.text("TIME"),
                Column.text("MEMORY"),
                Column.text("API"));
        for (CommandReport command : commands) {
            Score score = command.score();
            MemoryUse memory = command.memory();
            ApiUse api = command.api();
            Efficiency ofMemory = memory == null ? null : memory.efficiency();
            Rating time = score == null ? null : score.rating();
            Double value = score == null ? null : score.value();
            if (score == null && ofMemory == null && api == null) {
                continue;
            }
            section.row(
                    Cell.of(labels.of(command.name())),
                    Cell.of(Amount.percent(value)),
                    Cell.of(value == null ? "" : Amount.bar(value, 10)),
                    new Cell(time == null ? Amount.UNKNOWN : time.text(), style(time)),
                    cell(ofMemory),
                    cell(api == null ? null : api.efficiency()));
        }
        section.note(DEFINITIONS);
    }

    private static Cell cell(@Nullable Efficiency efficiency) {
        if (efficiency == null) {
            return Cell.of(Amount.UNKNOWN);
        }
        return new Cell(
                efficiency.rating().text() + " " + Amount.percent(efficiency.value()), style(efficiency.rating()));
    }

    private static Style style(@Nullable Rating rating) {
        if (rating == null) {
            return Style.PLAIN;
        }
        return switch (rating) {
            case EXCELLENT, GOOD -> Style.GOOD;
            case ACCEPTABLE -> Style.WARNING;
            case POOR -> Style.BAD;
        };
    }
}
