package dev.perfagent.cli.view.dashboard;

import dev.perfagent.analysis.Analysis;
import dev.perfagent.analysis.Change;
import dev.perfagent.analysis.CommandAnalysis;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.view.report.ReportJson;
import dev.perfagent.report.Report;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the page shows. */
public record DashboardData(DashboardJson.Board summary, ReportJson report, List<Course> courses) {
    /** Whose history is drawn: those that took most time; the others are in the table. */
    private static final int MOST_COURSES = 30;

    public static DashboardData of(Tally tally, Report report, Analysis analysis) {
        return new DashboardData(
                DashboardJson.of(report).performanceDashboard(),
                ReportJson.of(report),
                tally.commands().stream()
                        .limit(MOST_COURSES)
                        .map(command -> Course.of(command, analysis))
                        .toList());
    }

    /** One command over time. */
    record Course(String application, String command, History history, List<Step> changes, List<Part> phases) {
        static Course of(Map.Entry<CommandName, CommandTally> command, Analysis analysis) {
            CommandName name = command.getKey();
            CommandAnalysis found = analysis.analyses().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
            String machine = command.getValue().machines().get(0).getKey();
            return new Course(
                    name.application(),
                    name.command(),
                    History.of(command.getValue()),
                    found == null
                            ? List.of()
                            : found.changes().stream()
                                    .filter(change -> change.fingerprint().equals(machine))
                                    .map(Step::of)
                                    .toList(),
                    found == null
                            ? List.of()
                            : found.phases().stream()
                                    .map(phase -> new Part(
                                            phase.name(), Decimals.of(phase.msPerRun()), Decimals.ratio(phase.share())))
                                    .toList());
        }
    }

    /** From then on it took another time. */
    record Step(
            Instant at,
            String versionBefore,
            String versionAfter,
            @Nullable BigDecimal medianBeforeMs,
            @Nullable BigDecimal medianAfterMs,
            boolean slower) {
        static Step of(Change change) {
            return new Step(
                    change.at(),
                    change.versionBefore(),
                    change.versionAfter(),
                    Decimals.of(change.medianBefore()),
                    Decimals.of(change.medianAfter()),
                    change.isSlower());
        }
    }

    record Part(
            String phase,
            @Nullable BigDecimal msPerRun,
            @Nullable BigDecimal share) {}
}
