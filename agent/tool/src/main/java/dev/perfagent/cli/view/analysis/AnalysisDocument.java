package dev.perfagent.cli.view.analysis;

import dev.perfagent.analysis.Analysis;
import dev.perfagent.analysis.CommandAnalysis;
import dev.perfagent.analysis.Focus;
import dev.perfagent.analysis.MachineUse;
import dev.perfagent.analysis.PhaseShare;
import dev.perfagent.analysis.Timing;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.scope.CommandLabels;
import dev.perfagent.cli.view.scope.ScopeWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An analysis for people. */
public final class AnalysisDocument {
    private static final int BAR_WIDTH = 14;

    private final Analysis analysis;
    private final CommandLabels labels;
    private final Document document;

    private AnalysisDocument(Analysis analysis, ZoneId zone) {
        this.analysis = analysis;
        this.labels = new CommandLabels(
                analysis.analyses().stream().map(CommandAnalysis::name).toList());
        this.document = new Document(ScopeWords.title("Analysis", analysis.scope(), labels, zone));
    }

    /**
     * Lays it out.
     *
     * @param seen slow runs that a monitor saw
     * @param focus the part that is wanted; null for all
     */
    public static Document of(Analysis analysis, List<SeenRun> seen, @Nullable Focus focus, ZoneId zone) {
        AnalysisDocument pages = new AnalysisDocument(analysis, zone);
        CauseSections causes = new CauseSections(analysis, pages.labels, zone, pages.document);
        BreakdownSections use = new BreakdownSections(analysis, pages.labels, pages.document);
        pages.summary();
        if (focus == null || focus == Focus.PHASES) {
            pages.commands();
            pages.phases();
        }
        if (focus == null || focus == Focus.MEMORY) {
            use.memory();
            use.allocation();
        }
        if (focus == null || focus == Focus.API) {
            use.endpoints();
        }
        if (focus == null || focus == Focus.STARTUP) {
            use.startup();
        }
        if (focus == null || focus == Focus.SLOWEST) {
            causes.factors();
            causes.changes();
            causes.slowest();
            MachineSection.add(seen, pages.document.section("The machine during slow runs (monitor)"));
        }
        if (focus == null || focus == Focus.ERRORS) {
            use.errors();
        }
        if (focus == null || focus == Focus.NOISE) {
            new NoiseSections(analysis.noise(), pages.labels, pages.document).add(focus == Focus.NOISE);
        }
        return pages.document;
    }

    private void summary() {
        Section section = document.section("Runs");
        section.entry("only", ScopeWords.kind(analysis.scope().kind()));
        section.entry("runs", Amount.count(analysis.counts().runs()) + ": " + ScopeWords.ends(analysis.counts()));
        section.entry("not timed", ScopeWords.notTimed(analysis.counts()));
        if (analysis.counts().timed() == 0) {
            section.entry("times", "none: no run succeeded, was warm, and neither profiled nor part of a benchmark");
        }
        int left = analysis.commands() - analysis.analyses().size();
        if (left > 0) {
            section.note("Shown are the " + analysis.analyses().size() + " commands that took most time, of "
                    + analysis.commands() + "; --command shows another.");
        }
        List<String> pooled = new ArrayList<>();
        for (CommandAnalysis command : analysis.analyses()) {
            if (command.machines() > 1) {
                pooled.add(labels.of(command.name()) + " (" + command.machines() + ")");
            }
        }
        if (!pooled.isEmpty()) {
            section.note("Of several kinds of machine together: " + String.join(", ", pooled)
                    + ". 'report' shows each machine by itself.");
        }
    }

    private void commands() {
        Section section = document.section("Where time goes");
        boolean machineKnown = analysis.analyses().stream()
                .map(CommandAnalysis::machine)
                .anyMatch(machine -> machine != null && !machine.isUnknown());
        List<Column> columns = new ArrayList<>(List.of(
                Column.elastic("COMMAND"), Column.number("RUNS"), Column.number("MEDIAN"), Column.number("TOTAL")));
        if (machineKnown) {
            columns.add(Column.number("CPU"));
            columns.add(Column.number("MACHINE"));
        }
        columns.add(Column.number("SHARE"));
        columns.add(Column.text(" ".repeat(BAR_WIDTH)));
        section.columns(columns.toArray(Column[]::new));
        for (CommandAnalysis command : analysis.analyses()) {
            Timing timing = command.timing();
            MachineUse machine = command.machine();
            if (timing == null || machine == null) {
                continue;
            }
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(labels.of(command.name())),
                    Cell.of(Amount.count((long) timing.runs())),
                    Cell.of(Amount.millis(timing.median())),
                    Cell.of(Amount.millis(command.totalMs()))));
            if (machineKnown) {
                cells.add(Cell.of(Amount.millis(machine.medianCpuMs())));
                cells.add(Cell.of(Amount.percent(machine.medianShare())));
            }
            cells.add(Cell.of(Amount.percent(command.share())));
            cells.add(Cell.of(Amount.bar(command.share(), BAR_WIDTH)));
            section.row(cells.toArray(Cell[]::new));
        }
        if (machineKnown) {
            section.note(
                    "CPU: CPU time of all threads. MACHINE: the part of its time in which a run waited for a CPU. Both"
                            + " by the median.");
        }
    }

    private void phases() {
        Section section = document.section("Phases");
        section.columns(
                Column.elastic("COMMAND"),
                Column.elastic("PHASE"),
                Column.number("A RUN"),
                Column.number("ENTRIES"),
                Column.number("SHARE"),
                Column.text(" ".repeat(BAR_WIDTH)));
        for (CommandAnalysis command : analysis.analyses()) {
            for (PhaseShare phase : BreakdownSections.firstOf(command.phases())) {
                section.row(
                        Cell.of(labels.of(command.name())),
                        Cell.of(phase.name()),
                        Cell.of(Amount.millis(phase.msPerRun())),
                        Cell.of(Amount.decimal(phase.entriesPerRun())),
                        Cell.of(Amount.percent(phase.share())),
                        Cell.of(Amount.bar(phase.share(), BAR_WIDTH)));
            }
            Double elsewhere = command.elsewhere();
            if (elsewhere != null && command.counts().timed() > 0) {
                section.row(
                        Cell.of(labels.of(command.name())),
                        new Cell("in no phase", Style.FAINT),
                        Cell.of(Amount.millis(
                                elsewhere * command.totalMs() / command.counts().timed())),
                        Cell.of(""),
                        Cell.of(Amount.percent(elsewhere)),
                        Cell.of(Amount.bar(elsewhere, BAR_WIDTH)));
            }
        }
        section.note(
                "Time in a phase itself, without the phases inside it; divided by the threads that were in it at the"
                        + " same time.");
    }
}
