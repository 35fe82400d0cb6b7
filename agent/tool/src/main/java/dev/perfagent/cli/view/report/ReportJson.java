package dev.perfagent.cli.view.report;

import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.view.scope.CommandJson;
import dev.perfagent.cli.view.scope.CountsJson;
import dev.perfagent.cli.view.scope.ScopeJson;
import dev.perfagent.report.AgentUse;
import dev.perfagent.report.Bottleneck;
import dev.perfagent.report.Opportunity;
import dev.perfagent.report.Report;
import dev.perfagent.report.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report for programs, in the form that docs/report.md describes. */
public record ReportJson(
        int schema,
        ScopeJson about,
        All summary,
        List<CommandReportJson> commands,
        List<Slow> bottlenecks,
        List<Tip> opportunities,
        @Nullable ApiMonitoringJson apiMonitoring,
        Agent agent) {
    /** Goes up when a field changes its meaning or goes away; new fields do not change it. */
    private static final int SCHEMA = 1;

    public static ReportJson of(Report report) {
        return new ReportJson(
                SCHEMA,
                ScopeJson.of(report.scope()),
                All.of(report.summary()),
                report.commands().stream().map(CommandReportJson::of).toList(),
                report.bottlenecks().stream().map(Slow::of).toList(),
                report.opportunities().stream().map(Tip::of).toList(),
                report.apiMonitoring() == null ? null : ApiMonitoringJson.of(report.apiMonitoring()),
                Agent.of(report.agent()));
    }

    /** All runs together. */
    record All(
            CountsJson counts,
            int commands,
            @Nullable Instant first,
            @Nullable Instant last,
            @Nullable BigDecimal commandsPerMinute,
            long skippedLines,
            long unreadableFiles,
            long futureRuns,
            @Nullable BigDecimal score) {
        static All of(Summary summary) {
            return new All(
                    CountsJson.of(summary.counts()),
                    summary.commands(),
                    summary.first(),
                    summary.last(),
                    Decimals.ratio(summary.commandsPerMinute()),
                    summary.skippedLines(),
                    summary.unreadableFiles(),
                    summary.futureRuns(),
                    Decimals.ratio(summary.score()));
        }
    }

    /** What takes much of a command's time. */
    record Slow(
            CommandJson about,
            String kind,
            String name,
            @Nullable BigDecimal ms,
            @Nullable BigDecimal msPerRun,
            @Nullable BigDecimal share) {
        static Slow of(Bottleneck bottleneck) {
            return new Slow(
                    CommandJson.of(bottleneck.command()),
                    bottleneck.kind().text(),
                    bottleneck.name(),
                    Decimals.of(bottleneck.ms()),
                    Decimals.of(bottleneck.msPerRun()),
                    Decimals.ratio(bottleneck.share()));
        }
    }

    /** What could be better. */
    record Tip(CommandJson about, String type, String subject, long runs, String tip) {
        static Tip of(Opportunity opportunity) {
            return new Tip(
                    CommandJson.of(opportunity.command()),
                    opportunity.type(),
                    opportunity.subject(),
                    opportunity.runs(),
                    opportunity.tip());
        }
    }

    /** What perf-agent itself took. */
    record Agent(Part warm, Part cold, @Nullable BigDecimal share) {
        static Agent of(AgentUse agent) {
            return new Agent(Part.of(agent.warm()), Part.of(agent.cold()), Decimals.ratio(agent.share()));
        }
    }

    record Part(
            long runs,
            @Nullable BigDecimal medianStartMs,
            @Nullable BigDecimal startMs,
            @Nullable BigDecimal medianWeavingMs,
            @Nullable BigDecimal weavingMs,
            @Nullable BigDecimal medianExitMs,
            @Nullable BigDecimal exitMs) {
        static Part of(AgentUse.Part part) {
            return new Part(
                    part.runs(),
                    Decimals.of(part.start().medianMs()),
                    Decimals.of(part.start().totalMs()),
                    Decimals.of(part.weaving().medianMs()),
                    Decimals.of(part.weaving().totalMs()),
                    Decimals.of(part.exit().medianMs()),
                    Decimals.of(part.exit().totalMs()));
        }
    }
}
