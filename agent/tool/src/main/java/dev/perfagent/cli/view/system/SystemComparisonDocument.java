package dev.perfagent.cli.view.system;

import dev.perfagent.calibrate.SavedSystem;
import dev.perfagent.calibrate.Slowdown;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.threshold.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Two machines compared, for people. */
public final class SystemComparisonDocument {
    private SystemComparisonDocument() {}

    public static Document of(SavedSystem current, SavedSystem baseline) {
        Document document = new Document("This machine compared with its baseline");
        Section opening = document.opening();
        opening.entry("current", current.machine() + ", " + current.time());
        opening.entry("baseline", baseline.machine() + ", " + baseline.time());
        if (!current.fingerprint().equals(baseline.fingerprint())) {
            opening.paragraph("These are two different machines or JDKs.", Style.WARNING);
        }
        Section table = document.section("");
        table.columns(
                Column.text("WORK"),
                Column.number("BASELINE"),
                Column.number("CURRENT"),
                Column.text("UNIT"),
                Column.elastic("TIME FOR THE SAME WORK"),
                Column.text("VERDICT"));
        for (Slowdown slowdown : current.since(baseline)) {
            table.row(
                    Cell.of(slowdown.measure().words()),
                    Cell.of(SystemDocument.figure(slowdown.baseline())),
                    Cell.of(SystemDocument.figure(slowdown.current())),
                    Cell.of(slowdown.measure().unit()),
                    Cell.of(words(slowdown.factor())),
                    new Cell(slowdown.verdict().text(), style(slowdown.verdict())));
            if (slowdown.factor() == null) {
                table.note("Inconclusive where one of the two has no score.");
            }
        }
        return document;
    }

    /** Such as {@code 1.30 x slower}. */
    public static String words(@Nullable Double factor) {
        if (factor == null) {
            return Amount.UNKNOWN;
        }
        boolean slower = factor >= 1;
        String times = BigDecimal.valueOf(slower ? factor : 1 / factor)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
        return times.equals("1.00") ? "the same" : times + (slower ? " x slower" : " x faster");
    }

    private static Style style(Result verdict) {
        return switch (verdict) {
            case IMPROVED, BETTER -> Style.GOOD;
            case OK, WORSE -> Style.PLAIN;
            case INCONCLUSIVE -> Style.FAINT;
            case WARNING -> Style.WARNING;
            case CRITICAL -> Style.BAD;
        };
    }
}
