package dev.perfagent.cli.view.dashboard;

import dev.perfagent.cli.output.Decimals;
import dev.perfagent.report.ApiUse;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.Efficiency;
import dev.perfagent.report.MemoryUse;
import dev.perfagent.report.Report;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How all commands do at a glance, for programs. */
public record DashboardJson(Board performanceDashboard) {
    public static DashboardJson of(Report report) {
        double ms = 0;
        long timed = 0;
        List<Double> memory = new ArrayList<>();
        List<Double> api = new ArrayList<>();
        Map<String, Long> trends = new LinkedHashMap<>();
        Map<String, Long> alerts = new LinkedHashMap<>();
        for (CommandReport command : report.commands()) {
            if (command.timing() != null) {
                ms += command.timing().median() * command.counts().timed();
                timed += command.counts().timed();
            }
            MemoryUse use = command.memory();
            ApiUse requests = command.api();
            add(memory, use == null ? null : use.efficiency());
            add(api, requests == null ? null : requests.efficiency());
            if (command.trend() != null) {
                trends.merge(command.trend().direction().key(), 1L, Long::sum);
            }
            command.alerts().forEach((type, count) -> alerts.merge(type, count, Long::sum));
        }
        return new DashboardJson(new Board(
                timed == 0 ? null : Decimals.of(ms / timed),
                Decimals.ratio(report.summary().commandsPerMinute()),
                mean(memory),
                mean(api),
                trends,
                report.bottlenecks().stream()
                        .map(one -> new Slow(
                                one.command().application(),
                                one.command().command(),
                                one.kind().text(),
                                one.name(),
                                Decimals.of(one.msPerRun()),
                                Decimals.ratio(one.share())))
                        .toList(),
                report.opportunities().stream()
                        .map(one -> new Tip(
                                one.command().application(),
                                one.command().command(),
                                one.type(),
                                one.runs(),
                                one.tip()))
                        .toList(),
                alerts));
    }

    private static void add(List<Double> values, @Nullable Efficiency efficiency) {
        if (efficiency != null) {
            values.add(efficiency.value());
        }
    }

    private static @Nullable BigDecimal mean(List<Double> values) {
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        return values.isEmpty() ? null : Decimals.ratio(sum / values.size());
    }

    /**
     * The summary.
     *
     * @param averageDurationMs the mean of the commands' medians, weighted by their timed runs; null without any
     * @param trend how many commands have which trend
     * @param alerts how many runs had an alert of each type
     */
    record Board(
            @Nullable BigDecimal averageDurationMs,
            @Nullable BigDecimal commandsPerMinute,
            @Nullable BigDecimal memoryEfficiency,
            @Nullable BigDecimal apiEfficiency,
            Map<String, Long> trend,
            List<Slow> bottlenecks,
            List<Tip> optimizationOpportunities,
            Map<String, Long> alerts) {}

    record Slow(
            String application,
            String command,
            String kind,
            String name,
            @Nullable BigDecimal msPerRun,
            @Nullable BigDecimal share) {}

    record Tip(String application, String command, String type, long runs, String tip) {}
}
