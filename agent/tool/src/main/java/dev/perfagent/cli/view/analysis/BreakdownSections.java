package dev.perfagent.cli.view.analysis;

import dev.perfagent.analysis.Analysis;
import dev.perfagent.analysis.CommandAnalysis;
import dev.perfagent.analysis.EndpointShare;
import dev.perfagent.analysis.ErrorGroup;
import dev.perfagent.analysis.MemoryFacts;
import dev.perfagent.analysis.PhaseShare;
import dev.perfagent.analysis.StartupTimes;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.run.ShortIds;
import dev.perfagent.cli.view.scope.CommandLabels;
import dev.perfagent.cli.view.scope.ScopeWords;
import java.util.List;

/** What commands use, endpoint by endpoint and phase by phase. */
final class BreakdownSections {
    /** Of each command. */
    private static final int MOST_ROWS = 8;

    private static final int BAR_WIDTH = 10;

    private final Analysis analysis;
    private final CommandLabels labels;
    private final Document document;

    BreakdownSections(Analysis analysis, CommandLabels labels, Document document) {
        this.analysis = analysis;
        this.labels = labels;
        this.document = document;
    }

    void memory() {
        Section section = document.section("Memory");
        section.columns(
                Column.elastic("COMMAND"),
                Column.number("HEAP"),
                Column.number("PEAK"),
                Column.number("PROCESS"),
                Column.number("ALLOCATED"),
                Column.number("GC"),
                Column.number("GC TIME"));
        for (CommandAnalysis command : analysis.analyses()) {
            MemoryFacts memory = command.memory();
            if (memory != null) {
                Double collections = memory.gcPerRun();
                section.row(
                        Cell.of(labels.of(command.name())),
                        Cell.of(Amount.megabytes(memory.medianPeakMb())),
                        Cell.of(Amount.megabytes(memory.maxPeakMb())),
                        Cell.of(Amount.megabytes(memory.maxRssMb())),
                        Cell.of(Amount.megabytes(memory.allocatedMbPerRun())),
                        Cell.of(collections == null ? Amount.UNKNOWN : Amount.decimal(collections)),
                        Cell.of(Amount.percent(memory.gcShare())));
            }
        }
        section.note(
                "HEAP: largest heap in use, median of the runs. PEAK: the largest in any run. PROCESS: the most memory"
                        + " of any process. ALLOCATED and GC: mean of a run. GC TIME: share of the processes' time.");
    }

    void allocation() {
        Section section = document.section("Allocation by phase");
        section.columns(
                Column.elastic("COMMAND"),
                Column.elastic("PHASE"),
                Column.number("A RUN"),
                Column.number("SHARE"),
                Column.text(" ".repeat(BAR_WIDTH)));
        for (CommandAnalysis command : analysis.analyses()) {
            for (PhaseShare phase : firstOf(command.phases())) {
                Double share = phase.allocatedShare();
                if (share != null && share > 0) {
                    section.row(
                            Cell.of(labels.of(command.name())),
                            Cell.of(phase.name()),
                            Cell.of(Amount.megabytes(phase.allocatedMbPerRun())),
                            Cell.of(Amount.percent(share)),
                            Cell.of(Amount.bar(share, BAR_WIDTH)));
                }
            }
        }
        section.note(
                "With the phases inside it, so shares may add up to more than 100%. Mean of the runs that know it.");
    }

    void endpoints() {
        Section section = document.section("GitHub endpoints");
        section.columns(
                Column.elastic("COMMAND"),
                Column.elastic("ENDPOINT"),
                Column.number("A RUN"),
                Column.number("SHARE"),
                Column.number("TIME"),
                Column.number("SHARE"),
                Column.number("LONGEST"),
                Column.number("FAILED"));
        for (CommandAnalysis command : analysis.analyses()) {
            for (EndpointShare endpoint : firstOf(command.endpoints())) {
                section.row(
                        Cell.of(labels.of(command.name())),
                        Cell.of(endpoint.name()),
                        Cell.of(Amount.decimal(endpoint.requestsPerRun())),
                        Cell.of(Amount.percent(endpoint.requestShare())),
                        Cell.of(Amount.millis(endpoint.msPerRun())),
                        Cell.of(Amount.percent(endpoint.timeShare())),
                        Cell.of(Amount.millis(endpoint.maxMs())),
                        Cell.of(Amount.count(endpoint.failures())));
            }
        }
        section.note(
                "A RUN: requests in a run, and their SHARE of all requests. TIME: of these requests in a run, and its SHARE"
                        + " of the command's time. Requests made at the same time all count in full.");
    }

    void startup() {
        Section section = document.section("Startup");
        section.columns(
                Column.elastic("COMMAND"),
                Column.number("JVM"),
                Column.number("SHARE"),
                Column.number("APPLICATION"),
                Column.number("COMMAND"),
                Column.number("CLASSES"));
        for (CommandAnalysis command : analysis.analyses()) {
            StartupTimes startup = command.startup();
            if (startup == null) {
                continue;
            }
            section.row(
                    Cell.of(labels.of(command.name())),
                    Cell.of(Amount.millis(startup.jvmMs())),
                    Cell.of(Amount.percent(startup.jvmShare())),
                    Cell.of(Amount.percent(startup.otherShare())),
                    Cell.of(Amount.percent(startup.commandShare())),
                    Cell.of(Amount.count(startup.classes())));
            if (startup.isArchiveWorthATry()) {
                section.note(
                        "Starting takes much of the time, and many classes are loaded, so an archive of the classes may help. "
                                + "'optimize --analyze-startup' has the commands.");
            }
        }
        section.note(
                "Shares of the process's time: the start of the JVM, the application outside its command, the command.");
    }

    void errors() {
        Section section = document.section("Errors");
        section.columns(
                Column.elastic("COMMAND"),
                Column.elastic("EXCEPTION"),
                Column.number("EXIT"),
                Column.number("RUNS"),
                Column.number("RATE"),
                Column.text("LAST"));
        for (CommandAnalysis command : analysis.analyses()) {
            for (ErrorGroup error : firstOf(command.errors())) {
                Integer exit = error.exitCode();
                String id = error.lastId();
                section.row(
                        Cell.of(labels.of(command.name())),
                        Cell.of(error.type().isEmpty() ? Amount.UNKNOWN : simpleName(error.type())),
                        Cell.of(exit == null ? Amount.UNKNOWN : exit.toString()),
                        Cell.of(Amount.count(error.runs())),
                        Cell.of(ScopeWords.share(error.runs(), command.counts().runs())),
                        Cell.of(id == null ? Amount.UNKNOWN : ShortIds.of(id)));
            }
            if (command.counts().killed() > 0) {
                section.row(
                        Cell.of(labels.of(command.name())),
                        Cell.of("killed"),
                        Cell.of(Amount.UNKNOWN),
                        Cell.of(Amount.count(command.counts().killed())),
                        Cell.of(ScopeWords.share(
                                command.counts().killed(), command.counts().runs())),
                        Cell.of(Amount.UNKNOWN));
            }
        }
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The rows that are shown of one command. */
    static <T> List<T> firstOf(List<T> all) {
        return all.subList(0, Math.min(MOST_ROWS, all.size()));
    }
}
