package dev.perfagent.cli.view.monitor;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.monitor.MachineFigure;
import dev.perfagent.monitor.MachineSpan;
import dev.perfagent.monitor.WatchedRuns;
import dev.perfagent.statistics.Sample;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A report for people. */
public final class MonitorReportDocument {
    private static final int MOST_ROWS = 20;

    private MonitorReportDocument() {}

    public static Document of(MonitorReport report, ZoneId zone) {
        Document document = new Document("The machine, "
                + TimeText.second(report.status().started(), zone) + " to " + TimeText.second(report.end(), zone));
        MachineSpan span = report.span();
        document.opening().entry("samples", Amount.count((long) span.samples().size()));
        resources(span, document.section("Resources"));
        minutes(report, zone, document.section("Bad minutes"));
        affected(report.runs(), zone, document.section("Runs in bad minutes"));
        performance(report.runs(), document);
        Section alerts = document.section("Alerts");
        report.alerts().forEach((type, count) -> alerts.entry(type, Amount.count(count)));
        return document;
    }

    private static void resources(MachineSpan span, Section section) {
        section.columns(Column.text("RESOURCE"), Column.number("AVERAGE"), Column.number("PEAK"), Column.text("BAND"));
        section.row(
                "CPU",
                percent(span.mean(MachineFigure.CPU_PERCENT)),
                percent(span.max(MachineFigure.CPU_PERCENT)),
                ResourceRating.cpu(span.mean(MachineFigure.CPU_PERCENT)));
        section.row(
                "memory used",
                Amount.megabytes(span.mean(MachineFigure.MEMORY_USED_MB)),
                Amount.megabytes(span.max(MachineFigure.MEMORY_USED_MB)),
                ResourceRating.memory(ResourceRating.memoryPercent(span)));
        section.row(
                "disk free (least)",
                Amount.megabytes(span.mean(MachineFigure.DISK_FREE_MB)),
                Amount.megabytes(span.min(MachineFigure.DISK_FREE_MB)),
                ResourceRating.disk(ResourceRating.diskPercent(span)));
        section.row("load", decimal(span.mean(MachineFigure.LOAD)), decimal(span.max(MachineFigure.LOAD)), "");
        section.row(
                "waiting for a CPU",
                Amount.percent(span.mean(MachineFigure.CPU_PRESSURE)),
                Amount.percent(span.max(MachineFigure.CPU_PRESSURE)),
                "");
        section.row(
                "waiting for disks",
                Amount.percent(span.mean(MachineFigure.IO_PRESSURE)),
                Amount.percent(span.max(MachineFigure.IO_PRESSURE)),
                "");
        if (span.max(MachineFigure.PID_MEMORY_MB) != null) {
            section.row(
                    "process of --pid, CPU",
                    percent(span.mean(MachineFigure.PID_CPU_PERCENT)),
                    percent(span.max(MachineFigure.PID_CPU_PERCENT)),
                    "");
            section.row(
                    "process of --pid, memory",
                    Amount.megabytes(span.mean(MachineFigure.PID_MEMORY_MB)),
                    Amount.megabytes(span.max(MachineFigure.PID_MEMORY_MB)),
                    "");
        }
        if (!span.top().isEmpty()) {
            section.note("Most at peaks: " + String.join(", ", span.top()) + ".");
        }
    }

    private static void minutes(MonitorReport report, ZoneId zone, Section section) {
        section.columns(Column.text("MINUTE"), Column.elastic("WHY"));
        report.minutes().stream()
                .limit(MOST_ROWS)
                .forEach(minute ->
                        section.row(TimeText.second(minute.start(), zone), String.join(", ", minute.reasons())));
        more(report.minutes().size(), section);
    }

    private static void affected(WatchedRuns runs, ZoneId zone, Section section) {
        section.columns(
                Column.text("STARTED"), Column.text("COMMAND"), Column.number("TIME"), Column.elastic("THE MACHINE"));
        runs.affected().stream()
                .limit(MOST_ROWS)
                .forEach(run -> section.row(
                        TimeText.second(run.start(), zone),
                        (run.application() + " " + run.command()).strip(),
                        Amount.millis(run.ms()),
                        String.join(", ", run.reasons())));
        more(runs.affected().size(), section);
    }

    private static void more(int count, Section section) {
        if (count > MOST_ROWS) {
            section.note(Amount.counted(count - MOST_ROWS, "more row is", "more rows are") + " in the JSON.");
        }
    }

    private static void performance(WatchedRuns runs, Document document) {
        if (runs.runs() == 0) {
            return;
        }
        Section section = document.section("Runs");
        section.entry("runs", Amount.count(runs.runs()) + ", " + Amount.millis(runs.totalMs()) + " in all");
        Double target = runs.targetMs();
        if (target != null) {
            section.entry("with a target", Amount.millis(runs.timedMs()) + ", target " + Amount.millis(target));
            section.entry("score", Amount.count(runs.score()) + "% (" + ResourceRating.score(runs.score()) + ")");
        }
        Section phases = document.section("Phases");
        phases.columns(Column.text("PHASE"), Column.number("COUNT"), Column.number("AVERAGE"), Column.number("VARIES"));
        runs.phases().forEach((name, times) -> {
            Sample sample = Sample.of(times);
            double mean = sample.mean();
            phases.row(
                    name,
                    Amount.count((long) sample.size()),
                    Amount.millis(mean),
                    Amount.percent(mean > 0 ? (Double) (sample.standardDeviation() / mean) : null));
        });
    }

    private static String percent(@Nullable Double percent) {
        return Amount.percent(percent == null ? null : (Double) (percent / 100));
    }

    private static String decimal(@Nullable Double number) {
        return number == null ? Amount.UNKNOWN : Amount.decimal(number);
    }
}
