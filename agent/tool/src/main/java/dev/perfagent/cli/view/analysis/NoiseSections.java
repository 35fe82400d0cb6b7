package dev.perfagent.cli.view.analysis;

import dev.perfagent.analysis.Noise;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.scope.CommandLabels;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How noisy the machines are, and whose doing it is that times differ. */
final class NoiseSections {
    /** From this part of the variation on wall time says more of the machine than of the command. */
    private static final double MOSTLY = 0.5;

    /** What varies by less is steady, whoever's doing it is. */
    private static final double STEADY = 0.05;

    private final Noise noise;
    private final CommandLabels labels;
    private final Document document;

    NoiseSections(Noise noise, CommandLabels labels, Document document) {
        this.noise = noise;
        this.labels = labels;
        this.document = document;
    }

    /** @param asked whether nothing else is shown, so that it is said when nothing is known */
    void add(boolean asked) {
        if (noise.known() > 0) {
            runners();
            hours();
            commands();
        } else if (asked) {
            document.section("Machines")
                    .paragraph(
                            "Not known: no timed run knows how long it waited for a CPU. That is recorded on Linux only, and"
                                    + " older agents did not record it.",
                            Style.PLAIN);
        }
    }

    private void runners() {
        Section section = document.section("Machines");
        Noise.Runner noisiest = noise.runners().get(0);
        section.paragraph(
                host(noisiest) + (noise.runners().size() > 1 ? " is the noisiest: " : ": ")
                        + "half of its runs waited for a CPU for " + Amount.percent(noisiest.medianShare())
                        + " of their time or longer, a tenth for " + Amount.percent(noisiest.p90Share())
                        + " or longer.",
                Style.PLAIN);
        section.columns(
                Column.elastic("HOST"),
                Column.text("FINGERPRINT"),
                Column.number("RUNS"),
                Column.number("MACHINE"),
                Column.number("P90"),
                Column.number("BUSY"),
                Column.number("THROTTLED"));
        for (Noise.Runner runner : noise.runners()) {
            section.row(
                    Cell.of(host(runner)),
                    Cell.of(runner.fingerprint().isEmpty() ? Amount.UNKNOWN : runner.fingerprint()),
                    Cell.of(Amount.count((long) runner.runs())),
                    Cell.of(Amount.percent(runner.medianShare())),
                    Cell.of(Amount.percent(runner.p90Share())),
                    Cell.of(Amount.percent(runner.busy())),
                    Cell.of(Amount.percent(runner.throttled())));
        }
        section.note(
                "MACHINE: the part of its time in which a run waited for a CPU, by the median; nine of ten runs are"
                        + " below P90. BUSY: runs that waited for a fifth of their time or longer. THROTTLED: runs that a CPU"
                        + " quota held back.");
        if (noise.known() < noise.runs()) {
            section.note(
                    "Runs that do not know how long they waited: " + Amount.count((long) (noise.runs() - noise.known()))
                            + " of " + Amount.count((long) noise.runs()) + ".");
        }
    }

    private void hours() {
        List<Noise.Hour> hours = noise.hours();
        if (hours.size() < 2) {
            return;
        }
        Section section = document.section("Hours of the day");
        if (!noise.hoursDiffer()) {
            section.paragraph("No hour is busier than the others by more than chance.", Style.PLAIN);
            return;
        }
        Comparator<Noise.Hour> share = Comparator.comparingDouble(Noise.Hour::medianShare);
        Noise.Hour busiest = hours.stream().max(share).orElseThrow();
        Noise.Hour quietest = hours.stream().min(share).orElseThrow();
        section.paragraph(
                "The machines are busiest from " + span(busiest) + ", when half of the runs waited for a CPU for "
                        + Amount.percent(busiest.medianShare()) + " of their time or longer, and quietest from "
                        + span(quietest) + " (" + Amount.percent(quietest.medianShare()) + ").",
                Style.PLAIN);
        section.columns(Column.text("HOUR"), Column.number("RUNS"), Column.number("MACHINE"));
        for (Noise.Hour hour : hours) {
            section.row(span(hour), Amount.count((long) hour.runs()), Amount.percent(hour.medianShare()));
        }
    }

    private void commands() {
        Section section = document.section("Variation");
        for (Noise.Variation command : noise.commands()) {
            section.item(labels.of(command.name()) + ": " + sentence(command), Style.PLAIN);
        }
        if (!section.isEmpty()) {
            section.note(
                    "Variation: standard deviation of the logarithm, on one kind of machine. A change of the command"
                            + " itself counts as its own.");
        }
    }

    private static String sentence(Noise.Variation command) {
        String times = "its times vary by " + Amount.percent(command.wall());
        if (command.wall() < STEADY) {
            return times + ", so there is little to explain.";
        }
        return times + "; " + Amount.percent(command.machinePart()) + " of that is the machine's doing, "
                + Amount.percent(1 - command.machinePart()) + " its own. Without waiting for a CPU they vary by "
                + Amount.percent(command.own()) + "."
                + (command.machinePart() >= MOSTLY
                        ? " Trust CPU time and the time without waiting more than wall time."
                        : "");
    }

    private static String host(Noise.Runner runner) {
        return runner.host().isEmpty() ? "unnamed host" : runner.host();
    }

    private static String span(Noise.Hour hour) {
        return String.format(Locale.ROOT, "%02d:00 to %02d:00", hour.hour(), (hour.hour() + 1) % 24);
    }
}
