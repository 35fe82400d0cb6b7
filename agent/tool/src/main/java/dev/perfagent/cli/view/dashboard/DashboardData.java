package dev.perfagent.cli.view.dashboard;

import dev.perfagent.analysis.Analyzer;
import dev.perfagent.chart.DrawnRuns;
import dev.perfagent.cli.view.report.ReportJson;
import dev.perfagent.report.Report;
import dev.perfagent.tally.Tally;
import java.time.Instant;
import java.util.List;

/**
 * All that the page shows.
 *
 * @param made when
 */
public record DashboardData(Instant made, DashboardJson.Board summary, ReportJson report, List<Course> courses) {
    /** Whose history is drawn: those that took most time; the others are in the table. */
    private static final int MOST_COURSES = 30;

    public static DashboardData of(Instant made, Tally tally, DrawnRuns drawn, Report report, Analyzer analyzer) {
        return new DashboardData(
                made,
                DashboardJson.of(report).performanceDashboard(),
                ReportJson.of(report),
                tally.commands().stream()
                        .filter(command -> command.getValue().counts().timed() > 0)
                        .limit(MOST_COURSES)
                        .map(command -> Course.of(command, drawn, analyzer.changes(command.getValue())))
                        .toList());
    }
}
