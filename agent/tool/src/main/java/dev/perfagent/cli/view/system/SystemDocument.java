package dev.perfagent.cli.view.system;

import dev.perfagent.calibrate.MeasureResult;
import dev.perfagent.calibrate.SystemMeasure;
import dev.perfagent.calibrate.SystemResult;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.run.Environment;
import dev.perfagent.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How fast a machine is, for people. */
public final class SystemDocument {
    /** From that share of the time on somebody else was at work. */
    private static final double MUCH = 0.05;

    private SystemDocument() {}

    public static Document of(SystemResult result) {
        Document document = new Document("How fast this machine is");
        Environment environment = result.environment();
        document.opening()
                .paragraph(
                        Objects.requireNonNullElse(environment.host(), "this machine") + ": "
                                + Objects.requireNonNullElse(environment.cpu(), environment.arch()) + ", "
                                + Amount.counted(environment.cores(), "core", "cores") + ", " + environment.os()
                                + ", JDK " + environment.jdk(),
                        Style.PLAIN);
        Section table = document.section("");
        table.columns(
                Column.text("WORK"),
                Column.number("SCORE"),
                Column.text("UNIT"),
                Column.number("VARIES"),
                Column.number("MIN"),
                Column.number("MAX"),
                Column.number("ROUNDS"));
        result.measures().forEach(measure -> row(measure, table));
        notes(result, table);
        contention(result.contention(), document.closing());
        return document;
    }

    private static void row(MeasureResult result, Section table) {
        SystemMeasure measure = result.measure();
        Double score = result.score();
        Double variation = result.variation();
        boolean none = result.rounds().isEmpty();
        Sample rounds = Sample.of(result.rounds());
        table.row(
                Cell.of(measure.words()),
                score == null ? new Cell("none", Style.WARNING) : Cell.of(figure(score)),
                Cell.of(measure.unit()),
                variation == null || score != null
                        ? Cell.of(Amount.percent(variation))
                        : new Cell(Amount.percent(variation), Style.WARNING),
                Cell.of(none ? Amount.UNKNOWN : figure(rounds.min())),
                Cell.of(none ? Amount.UNKNOWN : figure(rounds.max())),
                Cell.of(Amount.count((long) rounds.size())));
    }

    static String figure(@Nullable Double number) {
        return number == null || number >= 100 ? Amount.count(number) : Amount.decimal(number);
    }

    private static void notes(SystemResult result, Section table) {
        List<String> unsteady = new ArrayList<>();
        List<String> few = new ArrayList<>();
        for (MeasureResult measure : result.measures()) {
            String name = measure.measure().words();
            if (!measure.note().isEmpty()) {
                table.note(name + ": " + measure.note() + ".");
            }
            if (measure.variation() == null) {
                few.add(name);
            } else if (measure.score() == null) {
                unsteady.add(name);
            }
        }
        if (!unsteady.isEmpty()) {
            table.note("No score where the rounds vary by more than "
                    + Amount.percent(MeasureResult.MOST_VARIATION) + ": " + String.join("; ", unsteady)
                    + ". This machine has no one speed for these now, most likely because other programs use it. The"
                    + " scores that are there hold. For the others, end what else runs, or try again at another time;"
                    + " --dir measures another disk.");
        }
        if (!few.isEmpty()) {
            table.note("No score with fewer than " + MeasureResult.FEWEST_ROUNDS + " rounds: " + String.join("; ", few)
                    + ". They took too long, because the machine is slow or busy.");
        }
    }

    private static void contention(SystemResult.Contention contention, Section section) {
        Double cpu = contention.cpuPressure();
        Double io = contention.ioPressure();
        Double steal = contention.stealMs();
        Double throttled = contention.throttledMs();
        if (cpu != null && cpu >= MUCH) {
            section.paragraph(
                    "Something waited for a CPU in " + Amount.percent(cpu)
                            + " of the time. The work on all cores is a part of that; other programs may be too.",
                    Style.PLAIN);
        }
        if (io != null && io >= MUCH) {
            section.paragraph(
                    "Something waited for a disk in " + Amount.percent(io)
                            + " of the time. The work on the disk is a part of that; other programs may be too.",
                    Style.PLAIN);
        }
        if (steal != null && steal > 0) {
            section.paragraph("The hypervisor gave " + Amount.millis(steal) + " to other machines.", Style.WARNING);
        }
        if (throttled != null && throttled > 0) {
            section.paragraph("A CPU quota held the work up for " + Amount.millis(throttled) + ".", Style.WARNING);
        }
    }
}
