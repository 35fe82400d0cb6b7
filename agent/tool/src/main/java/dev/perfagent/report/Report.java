package dev.perfagent.report;

import dev.perfagent.analysis.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report.
 *
 * @param scope which runs it is about
 * @param commands those with the most time first
 * @param bottlenecks those that took most time first
 * @param opportunities those of the most runs first
 * @param apiMonitoring how they use the GitHub API; null when none does
 * @param agent what perf-agent itself took
 */
public record Report(
        Scope scope,
        Summary summary,
        List<CommandReport> commands,
        List<Bottleneck> bottlenecks,
        List<Opportunity> opportunities,
        @Nullable ApiMonitoring apiMonitoring,
        AgentUse agent) {
    public Report {
        commands = List.copyOf(commands);
        bottlenecks = List.copyOf(bottlenecks);
        opportunities = List.copyOf(opportunities);
    }
}
