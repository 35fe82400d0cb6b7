package dev.perfagent.cli.view.report;

import dev.perfagent.analysis.Scope;
import dev.perfagent.analysis.Timing;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.scope.CommandLabels;
import dev.perfagent.cli.view.scope.ScopeWords;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.VersionReport;
import java.time.ZoneId;
import java.util.List;

/** The times of each command by version of the application, in the order in which versions appeared. */
final class VersionSection {
    /** More of a command are no overview. */
    private static final int MOST_VERSIONS = 10;

    private final CommandLabels labels;
    private final Scope scope;
    private final ZoneId zone;

    VersionSection(CommandLabels labels, Scope scope, ZoneId zone) {
        this.labels = labels;
        this.scope = scope;
        this.zone = zone;
    }

    /** @param all whether it is about nothing else: commands of one version too, and all of their versions */
    void add(List<CommandReport> commands, boolean all, Document document) {
        Section section = document.section("Versions");
        section.columns(
                Column.elastic("COMMAND"),
                Column.text("VERSION"),
                Column.text("FIRST RUN"),
                Column.number("RUNS"),
                Column.number("MEDIAN"),
                Column.number("P95"));
        for (CommandReport command : commands) {
            List<VersionReport> versions = command.versions();
            int from = all ? 0 : Math.max(0, versions.size() - MOST_VERSIONS);
            if (all || versions.size() > 1) {
                versions.subList(from, versions.size()).forEach(version -> add(command, version, section));
            }
            if (from > 0) {
                section.note("Shown are the newest " + MOST_VERSIONS + " versions; --by-version shows all.");
            }
        }
        section.note(
                "To see whether a difference is more than chance: compare --baseline version:A --current version:B.");
    }

    private void add(CommandReport command, VersionReport version, Section section) {
        Timing timing = version.timing();
        section.row(
                Cell.of(labels.of(command.name())),
                Cell.of((version.version().isEmpty() ? Amount.UNKNOWN : version.version())
                        + (version.machines() > 1 ? " *" : "")),
                Cell.of(ScopeWords.shortTime(version.first(), scope, zone)),
                Cell.of(Amount.count((long) timing.runs())),
                Cell.of(Amount.millis(timing.median())),
                Cell.of((timing.p95Estimate() ? "~" : "") + Amount.millis(timing.p95())));
        if (version.machines() > 1) {
            section.note("* runs on several kinds of machine together.");
        }
    }
}
