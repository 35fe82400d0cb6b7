package dev.perfagent.cli.view.plan;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.prepare.OptionText;
import dev.perfagent.prepare.start.StartComparison;
import dev.perfagent.prepare.start.StartWay;
import dev.perfagent.prepare.start.TriedStart;
import dev.perfagent.statistics.PairedRatio;
import java.util.List;

/** How long a program takes in each way of starting it, and which to use. */
public final class StartDocument {
    private StartDocument() {}

    public static Document of(StartComparison comparison) {
        Document document = new Document();
        Section table = document.section("Ways to start it");
        table.columns(Column.text("WAY"), Column.number("MEDIAN"), Column.number("AGAINST -javaagent"));
        for (TriedStart start : comparison.tried()) {
            if (start.problem() == null) {
                table.row(start.way().title(), Amount.millis(start.medianMs()), change(start));
            }
        }
        for (TriedStart start : comparison.tried()) {
            if (start.problem() != null && start.way().hasAgent()) {
                table.item(start.way().title() + " cannot be used: " + start.problem(), Style.WARNING);
            }
        }
        table.note(Amount.counted(comparison.rounds(), "round", "rounds") + " in random order, whole processes; JDK "
                + comparison.feature() + ". The interval has 99 % confidence.");
        best(comparison, document.section("Start it with"));
        return document;
    }

    private static void best(StartComparison comparison, Section section) {
        TriedStart best = comparison.best();
        section.code("", best.options());
        section.code("or", List.of("export JDK_JAVA_OPTIONS='" + OptionText.variable(best.options()).replace("'", "'\\''") + "'"));
        if (best.way() == StartWay.USUAL) {
            section.paragraph("No other way is surely faster.", Style.PLAIN);
            return;
        }
        if (best.way() == StartWay.DIRECT || best.way() == StartWay.DIRECT_CACHE) {
            section.paragraph(
                    "Use -agentlib:instrument only for this program with this JDK: where the module java.instrument is "
                            + "missing, the JVM ends instead of starting the program.",
                    Style.WARNING);
        }
        if (best.way().hasCache()) {
            section.paragraph(
                    "Make the cache anew when the program or the JDK changes. Without the agent the other options may "
                            + "stay; without --add-modules the JVM refuses the cache and prints errors on stdout.",
                    Style.PLAIN);
        }
    }

    private static String change(TriedStart start) {
        PairedRatio ratio = start.ratio();
        return start.way() == StartWay.USUAL ? "" : ratio == null ? Amount.UNKNOWN : percent(ratio);
    }

    private static String percent(PairedRatio ratio) {
        String middle = Amount.signedPercent(ratio.value() - 1);
        return Double.isFinite(ratio.high())
                ? middle + " (" + Amount.signedPercent(ratio.low() - 1) + " … " + Amount.signedPercent(ratio.high() - 1) + ")"
                : middle;
    }
}
