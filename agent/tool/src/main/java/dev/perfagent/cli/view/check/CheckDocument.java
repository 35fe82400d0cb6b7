package dev.perfagent.cli.view.check;

import dev.perfagent.check.CheckedRun;
import dev.perfagent.check.RunParts;
import dev.perfagent.cli.option.FailOn;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.cli.view.run.RunWords;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Measure;
import dev.perfagent.threshold.QuantityText;
import dev.perfagent.threshold.Result;
import dev.perfagent.threshold.Verdict;
import dev.perfagent.threshold.VerdictRule;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Verdicts for people: a table for each run, and what each verdict rests on. */
public final class CheckDocument {
    /** A smaller share of waiting for a CPU is there on every machine. */
    private static final double WORTH_SAYING = 0.05;

    private final ZoneId zone;

    /** @param zone in which times are shown */
    public CheckDocument(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * All of them in the order given.
     *
     * @param failOn how bad a verdict has to be to count against a run
     */
    public Document of(List<CheckedRun> checked, FailOn failOn) {
        Document document = new Document();
        Map<Result, Integer> worstFirst = new TreeMap<>(Comparator.reverseOrder());
        for (CheckedRun one : checked) {
            add(
                    one,
                    document.section(RunWords.commandLine(
                                    one.run().application(), one.run().command()) + "  run "
                            + one.run().id() + "  "
                            + TimeText.second(one.run().start(), zone)));
            one.verdicts().forEach(verdict -> worstFirst.merge(verdict.result(), 1, Integer::sum));
        }
        String found = worstFirst.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().text())
                .collect(Collectors.joining(", "));
        boolean against = checked.stream().anyMatch(one -> one.isAgainst(failOn.least()));
        document.closing()
                .paragraph(
                        Amount.counted(checked.size(), "run", "runs") + ": "
                                + (found.isEmpty() ? "nothing to judge by" : found)
                                + ". " + (against ? "Failed" : "Passed") + "; "
                                + (failOn == FailOn.NEVER
                                        ? "no verdict makes it fail."
                                        : "it fails at " + failOn.text()
                                                + (failOn == FailOn.WARNING ? " or worse." : ".")),
                        against ? Style.BAD : Style.GOOD);
        return document;
    }

    private static void add(CheckedRun checked, Section section) {
        RunParts parts = RunParts.of(checked.run());
        section.paragraph(PartsText.of(parts), Style.PLAIN);
        String trusted = PartsText.trusted(parts);
        if (trusted != null && RunParts.areCompared(checked.verdicts())) {
            section.paragraph(trusted, Style.FAINT);
        }
        if (checked.verdicts().isEmpty()) {
            section.paragraph("No limit is set, and " + whyNotCompared(checked.run()) + ".", Style.FAINT);
            return;
        }
        section.columns(
                Column.text("VERDICT"),
                Column.text("MEASURE"),
                Column.elastic("SUBJECT"),
                Column.number("VALUE"),
                Column.number("LIMIT"),
                Column.below("EXPLANATION"));
        for (Verdict verdict : checked.verdicts()) {
            String unit = verdict.measure().unit();
            section.row(
                    new Cell(verdict.result().text(), style(verdict.result())),
                    Cell.of(words(verdict)),
                    Cell.of(verdict.subject()),
                    Cell.of(Amount.beside(verdict.value(), verdict.limit(), unit)),
                    Cell.of(Amount.limit(verdict.limit(), verdict.value(), unit)),
                    new Cell(explanation(verdict, checked.run()), Style.FAINT));
        }
    }

    private static String whyNotCompared(StoredRun run) {
        if (run.cold()) {
            return "a cold run is not compared with earlier ones: the agent had to weave classes, which takes time";
        }
        return run.succeeded()
                ? "it is not recorded whether this was a warm run, as those are that it could be compared with"
                : "a run that did not succeed is not compared with earlier ones";
    }

    /** Says also why a time is shorter than the run's, where the verdict itself does not: only one against the run does. */
    private static String explanation(Verdict verdict, StoredRun run) {
        double left = run.totalMs() - verdict.value();
        boolean isPart = verdict.measure() == Measure.TIME
                && verdict.rule() != VerdictRule.MAXIMUM
                && left >= run.totalMs() * WORTH_SAYING;
        return isPart && !verdict.isBroken()
                ? verdict.explanation() + "; the machine's part is not counted: " + QuantityText.ms(left) + " of "
                        + QuantityText.ms(run.totalMs())
                : verdict.explanation();
    }

    /** {@code cache hit rate}. */
    static String words(Verdict verdict) {
        return verdict.measure().key().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static Style style(Result result) {
        return switch (result) {
            case CRITICAL -> Style.BAD;
            case WARNING -> Style.WARNING;
            case IMPROVED, BETTER, OK -> Style.GOOD;
            case WORSE, INCONCLUSIVE -> Style.PLAIN;
        };
    }
}
