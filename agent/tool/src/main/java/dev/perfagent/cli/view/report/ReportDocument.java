package dev.perfagent.cli.view.report;

import dev.perfagent.analysis.Timing;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.view.run.ResourceSection;
import dev.perfagent.cli.view.scope.CommandLabels;
import dev.perfagent.cli.view.scope.ScopeWords;
import dev.perfagent.report.Bottleneck;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.FingerprintReport;
import dev.perfagent.report.Opportunity;
import dev.perfagent.report.Report;
import dev.perfagent.report.Summary;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.Counts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report for people. */
public final class ReportDocument {
    /** More commands than that are no overview. */
    private static final int MOST_COMMANDS = 20;

    private static final int BAR_WIDTH = 12;

    private final ZoneId zone;
    private final List<CommandReport> shown;
    private final Report report;
    private final CommandLabels labels;
    private final Document document;

    private ReportDocument(Report report, ZoneId zone) {
        this.report = report;
        this.zone = zone;
        this.shown = report.commands()
                .subList(0, Math.min(MOST_COMMANDS, report.commands().size()));
        this.labels = new CommandLabels(
                report.commands().stream().map(CommandReport::name).toList());
        this.document = new Document(ScopeWords.title("Performance", report.scope(), labels, zone));
    }

    /** All of it. */
    public static Document of(Report report, ZoneId zone) {
        ReportDocument pages = new ReportDocument(report, zone);
        pages.summary();
        pages.times();
        CpuSection.add(pages.shown, pages.labels, pages.document);
        pages.machines();
        pages.versions(pages.shown, false);
        new RatingSection(pages.labels).add(pages.shown, pages.document);
        new TrendSection(pages.labels).add(pages.shown, pages.document);
        pages.use();
        new ApiSection(pages.labels, zone).add(report.apiMonitoring(), pages.document);
        pages.alerts();
        pages.bottlenecks();
        pages.opportunities();
        AgentSection.add(report.agent(), pages.document);
        return pages.document;
    }

    /** Only times by version, of all commands. */
    public static Document byVersion(Report report, ZoneId zone) {
        ReportDocument pages = new ReportDocument(report, zone);
        pages.summary();
        pages.versions(report.commands(), true);
        return pages.document;
    }

    private void versions(List<CommandReport> commands, boolean all) {
        new VersionSection(labels, report.scope(), zone).add(commands, all, document);
    }

    private void summary() {
        Summary summary = report.summary();
        Counts counts = summary.counts();
        Section section = document.section("Summary");
        section.entry("only", ScopeWords.kind(report.scope().kind()));
        section.entry(
                "runs",
                Amount.count(counts.runs()) + " of " + Amount.counted(summary.commands(), "command", "commands") + ": "
                        + ScopeWords.ends(counts));
        section.entry("span", ScopeWords.span(summary.first(), summary.last(), zone));
        Double pace = summary.commandsPerMinute();
        section.entry("pace", pace == null ? "" : pace(pace));
        section.entry("not timed", ScopeWords.notTimed(counts));
        section.entry(
                "not read",
                ResourceSection.list(
                        summary.skippedLines() == 0
                                ? ""
                                : Amount.counted(
                                        summary.skippedLines(), "line that is not a run", "lines that are not runs"),
                        summary.unreadableFiles() == 0
                                ? ""
                                : Amount.counted(summary.unreadableFiles(), "file", "files")));
        section.entry(
                "left out",
                summary.futureRuns() == 0
                        ? ""
                        : Amount.counted(summary.futureRuns(), "run", "runs") + " dated in the future");
        Double score = summary.score();
        section.entry("score", score == null ? "" : Amount.percent(score) + " of the targets in benchmarks.yml");
        if (report.commands().size() > shown.size()) {
            section.note("Shown are the " + shown.size() + " commands that took most time; --format json has all "
                    + report.commands().size() + ".");
        }
    }

    /** In the shortest unit of time in which it is at least one; a day is the longest. */
    private static String pace(double perMinute) {
        double perHour = perMinute * 60;
        if (perMinute >= 1) {
            return Amount.decimal(perMinute) + " commands a minute";
        }
        return perHour >= 1
                ? Amount.decimal(perHour) + " commands an hour"
                : Amount.decimal(perHour * 24) + " commands a day";
    }

    private void times() {
        Section section = document.section("Times");
        section.columns(
                Column.elastic("COMMAND"),
                Column.number("RUNS"),
                Column.number("MEDIAN"),
                Column.number("P90"),
                Column.number("P95"),
                Column.number("P99"),
                Column.number("SPREAD"));
        for (CommandReport command : shown) {
            Timing timing = command.timing();
            if (timing == null) {
                continue;
            }
            section.row(
                    Cell.of(labels.of(command.name()) + (command.isPooled() ? " *" : "")),
                    Cell.of(Amount.count((long) timing.runs())),
                    Cell.of(Amount.millis(timing.median())),
                    Cell.of(Amount.millis(timing.p90())),
                    Cell.of((timing.p95Estimate() ? "~" : "") + Amount.millis(timing.p95())),
                    Cell.of(Amount.millis(timing.p99())),
                    Cell.of(Amount.percent(timing.spread())));
            if (command.isPooled()) {
                section.note("* runs on several kinds of machine together; see Machines.");
            }
            if (timing.p95Estimate()) {
                section.note("~ uncertain: with fewer than " + Sample.SURE_P95
                        + " runs, the true p95 may be above all of them.");
            }
        }
        if (section.isEmpty() && report.summary().counts().runs() > 0) {
            section.entry(
                    "runs",
                    "none that succeeded, was warm, and neither profiled nor part of a benchmark, so there are no times");
        }
    }

    private void machines() {
        Section section = document.section("Machines");
        section.columns(
                Column.elastic("COMMAND"),
                Column.text("FINGERPRINT"),
                Column.number("RUNS"),
                Column.number("TIMED"),
                Column.number("MEDIAN"),
                Column.number("P95"));
        for (CommandReport command : shown) {
            if (!command.isPooled()) {
                continue;
            }
            for (FingerprintReport machine : command.fingerprints()) {
                Timing timing = machine.timing();
                section.row(
                        Cell.of(labels.of(command.name())),
                        Cell.of(machine.fingerprint().isEmpty() ? Amount.UNKNOWN : machine.fingerprint()),
                        Cell.of(Amount.count(machine.runs())),
                        Cell.of(timing == null ? "0" : Amount.count((long) timing.runs())),
                        Cell.of(timing == null ? Amount.UNKNOWN : Amount.millis(timing.median())),
                        Cell.of(
                                timing == null
                                        ? Amount.UNKNOWN
                                        : (timing.p95Estimate() ? "~" : "") + Amount.millis(timing.p95())));
            }
        }
    }

    private void use() {
        Section section = document.section("Memory and GitHub API");
        section.columns(
                Column.elastic("COMMAND"),
                Column.number("HEAP"),
                Column.number("PEAK"),
                Column.number("REQUESTS"),
                Column.number("POINTS"),
                Column.number("CACHE"),
                Column.number("ALERTS"));
        for (CommandReport command : shown) {
            var memory = command.memory();
            var api = command.api();
            var caches = command.caches();
            long alerts = command.alertCount();
            section.row(
                    Cell.of(labels.of(command.name())),
                    Cell.of(Amount.megabytes(memory == null ? null : memory.medianPeakMb())),
                    Cell.of(Amount.megabytes(memory == null ? null : memory.maxPeakMb())),
                    Cell.of(api == null ? Amount.UNKNOWN : Amount.decimal(api.requestsPerRun())),
                    Cell.of(
                            api == null || api.pointsPerRun() == null
                                    ? Amount.UNKNOWN
                                    : Amount.decimal(api.pointsPerRun())),
                    Cell.of(caches == null ? Amount.UNKNOWN : Amount.percent(caches.hitRate())),
                    new Cell(Amount.count(alerts), alerts == 0 ? Style.PLAIN : Style.WARNING));
        }
        section.note("HEAP: largest heap in use, median of the runs. PEAK: the largest in any run. REQUESTS, and POINTS"
                + " of the rate limit: mean of a run. CACHE: hits divided by look-ups.");
    }

    private void alerts() {
        Section section = document.section("Alerts");
        section.columns(Column.elastic("COMMAND"), Column.text("ALERT"), Column.number("RUNS"), Column.number("SHARE"));
        for (CommandReport command : shown) {
            for (Map.Entry<String, Long> alert : command.alerts().entrySet()) {
                section.row(
                        Cell.of(labels.of(command.name())),
                        Cell.of(alert.getKey()),
                        Cell.of(Amount.count(alert.getValue())),
                        Cell.of(Amount.percent(
                                (double) alert.getValue() / command.counts().runs())));
            }
        }
        if (!section.isEmpty()) {
            section.note(
                    "RUNS with such an alert, shown or not. 'alerts --history' lists them; 'alerts' lists those that were"
                            + " shown.");
        }
    }

    private void bottlenecks() {
        Section section = document.section("Bottlenecks");
        section.columns(
                Column.elastic("COMMAND"),
                Column.elastic("WHERE"),
                Column.number("A RUN"),
                Column.number("SHARE"),
                Column.text(" ".repeat(BAR_WIDTH)));
        for (Bottleneck bottleneck : report.bottlenecks()) {
            section.row(
                    Cell.of(labels.of(bottleneck.command())),
                    Cell.of(bottleneck.name()),
                    Cell.of(Amount.millis(bottleneck.msPerRun())),
                    Cell.of(Amount.percent(bottleneck.share())),
                    Cell.of(Amount.bar(bottleneck.share(), BAR_WIDTH)));
        }
    }

    private void opportunities() {
        Section section = document.section("Opportunities");
        Map<String, List<Opportunity>> byTip = new LinkedHashMap<>();
        for (Opportunity opportunity : report.opportunities()) {
            byTip.computeIfAbsent(opportunity.tip(), first -> new ArrayList<>()).add(opportunity);
        }
        byTip.forEach((tip, of) -> {
            Set<String> commands = new LinkedHashSet<>();
            of.forEach(opportunity -> commands.add(labels.of(opportunity.command())));
            long runs = of.stream().mapToLong(Opportunity::runs).sum();
            section.entry(Amount.counted(runs, "run", "runs"), String.join(", ", commands) + ": " + tip);
        });
    }
}
