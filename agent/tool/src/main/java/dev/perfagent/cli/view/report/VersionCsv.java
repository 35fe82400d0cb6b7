package dev.perfagent.cli.view.report;

import dev.perfagent.analysis.Timing;
import dev.perfagent.cli.output.Csv;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.Report;
import dev.perfagent.report.VersionReport;
import java.util.List;

/** Times by version for spreadsheets: a heading, and a row for each version of each command. */
public final class VersionCsv {
    private static final List<String> HEADING = List.of(
            "application",
            "command",
            "version",
            "first",
            "last",
            "machines",
            "runs",
            "min_ms",
            "median_ms",
            "p90_ms",
            "p95_ms",
            "p95_is_estimate",
            "p99_ms",
            "max_ms",
            "spread");

    private VersionCsv() {}

    public static String of(Report report) {
        Csv csv = new Csv();
        HEADING.forEach(csv::text);
        csv.endRow();
        for (CommandReport command : report.commands()) {
            for (VersionReport version : command.versions()) {
                add(command, version, csv);
                csv.endRow();
            }
        }
        return csv.toString();
    }

    private static void add(CommandReport command, VersionReport version, Csv csv) {
        Timing timing = version.timing();
        csv.text(command.name().application())
                .text(command.name().command())
                .text(version.version())
                .text(version.first().toString())
                .text(version.last().toString())
                .number(version.machines())
                .number(timing.runs());
        ReportCsv.timing(timing, csv);
    }
}
