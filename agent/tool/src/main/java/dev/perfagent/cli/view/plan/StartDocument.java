package dev.perfagent.cli.view.plan;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.prepare.OptionText;
import dev.perfagent.prepare.start.StartComparison;
import dev.perfagent.prepare.start.StartTrial;
import dev.perfagent.prepare.start.StartWay;
import dev.perfagent.prepare.start.TriedStart;
import dev.perfagent.statistics.PairedRatio;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        Set<String> said = new HashSet<>();
        for (TriedStart start : comparison.tried()) {
            String problem = start.problem();
            if (problem != null && start.isAskedFor() && said.add(problem)) {
                table.item(start.way().title() + " cannot be used: " + problem, Style.WARNING);
            }
        }
        table.note(Amount.counted(comparison.rounds(), "round", "rounds") + " in random order, whole processes; JDK "
                + comparison.feature() + ". The interval has 99 % confidence.");
        return document;
    }

    /** What to use, and what to know of it; one line each, because options are copied. */
    public static List<String> best(StartComparison comparison) {
        TriedStart best = comparison.best();
        if (!comparison.isUsable()) {
            return List.of("The agent cannot be used with this command: " + best.problem());
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                best.way() == StartWay.USUAL
                        ? "No other way is surely faster than -javaagent. Its options:"
                        : "The fastest way with the agent is " + best.way().title() + ". Its options:");
        best.options().forEach(option -> lines.add("  " + option));
        lines.add("The same as a variable:");
        lines.add("  export JDK_JAVA_OPTIONS='"
                + OptionText.variable(best.options()).replace("'", "'\\''") + "'");
        if (best.way() == StartWay.DIRECT || best.way() == StartWay.DIRECT_CACHE) {
            lines.add(
                    "Use -agentlib:instrument only for this program with this JDK: where the module java.instrument is");
            lines.add("missing, the JVM ends instead of starting the program.");
        }
        if (best.way().hasCache()) {
            lines.add(
                    "Make the cache anew when the program or the JDK changes. If you take the agent away, leave the other");
            lines.add("options: without --add-modules the JVM refuses the cache and prints errors on stdout.");
        } else if (comparison.feature() >= StartTrial.FIRST_WITH_CACHE) {
            lines.add("With --archive FILE an AOT cache is tried, too.");
        }
        return lines;
    }

    private static String change(TriedStart start) {
        PairedRatio ratio = start.ratio();
        return start.way() == StartWay.USUAL ? "" : ratio == null ? Amount.UNKNOWN : percent(ratio);
    }

    private static String percent(PairedRatio ratio) {
        String middle = Amount.signedPercent(ratio.value() - 1);
        return Double.isFinite(ratio.high())
                ? middle + " (" + Amount.signedPercent(ratio.low() - 1) + " … " + Amount.signedPercent(ratio.high() - 1)
                        + ")"
                : middle;
    }
}
