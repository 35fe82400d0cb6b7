package dev.perfagent.cli.view.analysis;

import dev.perfagent.analysis.Analysis;
import dev.perfagent.analysis.Change;
import dev.perfagent.analysis.CommandAnalysis;
import dev.perfagent.analysis.Factor;
import dev.perfagent.analysis.GradualChange;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.report.TrendSection;
import dev.perfagent.cli.view.run.ShortIds;
import dev.perfagent.cli.view.scope.CommandLabels;
import dev.perfagent.cli.view.scope.ScopeWords;
import dev.perfagent.tally.SlowRun;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What slow runs have in common, and since when runs are slow. */
final class CauseSections {
    /** Values of one factor; JSON has all. */
    private static final int MOST_LEVELS = 4;

    private final Analysis analysis;
    private final CommandLabels labels;
    private final ZoneId zone;
    private final Document document;

    CauseSections(Analysis analysis, CommandLabels labels, ZoneId zone, Document document) {
        this.analysis = analysis;
        this.labels = labels;
        this.zone = zone;
        this.document = document;
    }

    void factors() {
        Section section = document.section("What slow runs have in common");
        section.columns(
                Column.elastic("COMMAND"),
                Column.elastic("WHAT"),
                Column.elastic("VALUE"),
                Column.number("RUNS"),
                Column.number("MEDIAN"),
                Column.number("TO OTHERS"),
                Column.text("EVIDENCE"));
        int questions = 0;
        for (CommandAnalysis command : analysis.analyses()) {
            questions += command.questions();
            for (Factor factor : command.factors()) {
                add(command, factor, section);
            }
        }
        if (section.isEmpty()) {
            section.entry(
                    "nothing",
                    questions == 0
                            ? "there are too few runs to find out"
                            : "found: of " + Amount.counted(questions, "thing", "things")
                                    + " looked at, none clearly goes with longer times; more runs may show one");
        } else {
            section.note("Runs with these values take longer; that does not prove that the values are the cause. "
                    + "p is corrected for the "
                    + Amount.counted(questions, "thing", "things") + " looked at.");
            if (isBusy()) {
                section.note(ScopeWords.BUSY_MACHINE);
            }
        }
    }

    private void add(CommandAnalysis command, Factor factor, Section section) {
        List<Factor.Level> slow = factor.levels().stream()
                .filter(level -> level.ratio() != null && level.ratio() > 1)
                .toList();
        List<Factor.Level> stated = slow.isEmpty() ? factor.levels() : slow;
        for (Factor.Level level : stated.subList(0, Math.min(MOST_LEVELS, stated.size()))) {
            Double ratio = level.ratio();
            section.row(
                    Cell.of(labels.of(command.name())),
                    Cell.of(factor.kind() == Factor.Kind.FINGERPRINT ? "machine" : factor.name()),
                    Cell.of(level.value()),
                    Cell.of(Amount.count((long) level.runs())),
                    Cell.of(Amount.millis(level.medianMs())),
                    new Cell(
                            ratio == null ? Amount.UNKNOWN : Amount.signedPercent(ratio - 1),
                            ratio != null && ratio > 1 ? Style.BAD : Style.PLAIN),
                    Cell.of(TrendSection.probability(factor.pValue())));
        }
    }

    void changes() {
        Section section = document.section("Changes over time");
        boolean several = analysis.analyses().stream().anyMatch(command -> command.machines() > 1);
        section.columns(
                Column.elastic(several ? "COMMAND ON MACHINE" : "COMMAND"),
                Column.text("SINCE"),
                Column.number("BEFORE"),
                Column.number("AFTER"),
                Column.number("CHANGE"),
                Column.elastic("VERSION"),
                Column.text("EVIDENCE"));
        for (CommandAnalysis command : analysis.analyses()) {
            for (Change change : command.changes()) {
                section.row(
                        Cell.of(labels.of(command.name()) + (several ? " on " + change.fingerprint() : "")),
                        Cell.of(ScopeWords.minute(change.at(), zone)),
                        Cell.of(Amount.millis(change.medianBefore())),
                        Cell.of(Amount.millis(change.medianAfter())),
                        new Cell(Amount.signedPercent(change.change()), change.isSlower() ? Style.BAD : Style.GOOD),
                        Cell.of(versions(change)),
                        Cell.of(TrendSection.probability(change.pValue())));
            }
        }
        if (section.isEmpty()) {
            section.entry("none", "found; smaller ones, or changes of the last few runs, may not show yet");
        }
        note(section);
        if (isBusy()) {
            section.note(ScopeWords.BUSY_MACHINE);
        }
        gradual(several);
    }

    private boolean isBusy() {
        return analysis.analyses().stream().anyMatch(CommandAnalysis::withoutMachine);
    }

    /** What was taken out, so that nobody looks for it among the changes. */
    private void note(Section section) {
        Set<Factor.Kind> patterns = EnumSet.noneOf(Factor.Kind.class);
        analysis.analyses().forEach(command -> patterns.addAll(command.patterns()));
        if (!patterns.isEmpty()) {
            section.note("These times are without what repeats with the "
                    + String.join(
                            " and the ",
                            patterns.stream().map(Factor.Kind::text).toList())
                    + ".");
        }
    }

    private void gradual(boolean several) {
        if (analysis.analyses().stream().allMatch(command -> command.gradual().isEmpty())) {
            return;
        }
        Section section = document.section("Gradual changes");
        section.columns(
                Column.elastic(several ? "COMMAND ON MACHINE" : "COMMAND"),
                Column.text("FROM"),
                Column.text("TO"),
                Column.number("A DAY"),
                Column.number("CHANGE"),
                Column.text("EVIDENCE"));
        for (CommandAnalysis command : analysis.analyses()) {
            for (GradualChange drift : command.gradual()) {
                Style style = drift.change() > 0 ? Style.BAD : Style.GOOD;
                section.row(
                        Cell.of(labels.of(command.name()) + (several ? " on " + drift.fingerprint() : "")),
                        Cell.of(ScopeWords.minute(drift.from(), zone)),
                        Cell.of(ScopeWords.minute(drift.to(), zone)),
                        Cell.of(perDay(drift)),
                        new Cell(Amount.signedPercent(drift.change()), style),
                        Cell.of(TrendSection.probability(drift.pValue())));
            }
        }
        section.note("Times rise or fall little by little, not since a certain day or version. A frequent cause is data"
                + " that grows.");
    }

    private static String perDay(GradualChange drift) {
        Double part = drift.perDay();
        return part == null ? Amount.UNKNOWN : (part > 0 ? "+" : "") + Amount.decimal(part * 100) + "%";
    }

    private static String versions(Change change) {
        String before = change.versionBefore().isEmpty() ? Amount.UNKNOWN : change.versionBefore();
        String after = change.versionAfter().isEmpty() ? Amount.UNKNOWN : change.versionAfter();
        if (change.atRelease()) {
            return before + " to " + after;
        }
        return before.equals(after) ? before : before + ", " + after;
    }

    void slowest() {
        Section section = document.section("Slowest runs");
        section.columns(
                Column.text("TIME"),
                Column.elastic("COMMAND"),
                Column.number("TOTAL"),
                Column.number("TO MEDIAN"),
                Column.elastic("VERSION"),
                Column.text("ID"));
        for (CommandAnalysis command : analysis.analyses()) {
            double median = command.timing() == null ? 0 : command.timing().median();
            for (SlowRun run : analysis.slowestOf(command)) {
                String version = run.version();
                section.row(
                        Cell.of(ScopeWords.shortTime(run.start(), analysis.scope(), zone)),
                        Cell.of(labels.of(run.name())),
                        Cell.of(Amount.millis(run.ms())),
                        Cell.of(median > 0 ? "x " + Amount.decimal(run.ms() / median) : Amount.UNKNOWN),
                        Cell.of(version == null ? Amount.UNKNOWN : version),
                        Cell.of(ShortIds.of(run.id())));
            }
        }
        section.note("'runs show ID' shows everything recorded about a run.");
    }
}
