package dev.perfagent.cli.view.dashboard;

import dev.perfagent.analysis.Analyzer;
import dev.perfagent.chart.DrawnRuns;
import dev.perfagent.cli.view.report.ReportJson;
import dev.perfagent.report.Report;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.Tally;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * All that the page shows.
 *
 * @param made when
 */
public record DashboardData(Instant made, DashboardJson.Board summary, ReportJson report, List<Course> courses) {
    /** Whose history is drawn: those that took most time; the others are in the table. */
    private static final int MOST_COURSES = 30;

    /**
     * Gathers it.
     *
     * @param flames the flame graphs of a command
     */
    public static DashboardData of(
            Instant made,
            Tally tally,
            DrawnRuns drawn,
            Report report,
            Analyzer analyzer,
            Function<CommandName, List<Flame>> flames) {
        return new DashboardData(
                made,
                DashboardJson.of(report).performanceDashboard(),
                ReportJson.of(report),
                tally.commands().stream()
                        .filter(command -> command.getValue().counts().timed() > 0)
                        .limit(MOST_COURSES)
                        .map(command -> Course.of(
                                command, drawn, analyzer.changes(command.getValue()), flames.apply(command.getKey())))
                        .toList());
    }
}
