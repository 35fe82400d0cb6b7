package dev.perfagent.cli.view.report;

import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.view.scope.CommandJson;
import dev.perfagent.report.ApiMonitoring;
import dev.perfagent.report.QuotaForecast;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How all commands use the GitHub API, for programs. */
record ApiMonitoringJson(
        @Nullable BigDecimal requestsPerMinute,
        @Nullable BigDecimal efficiencyScore,
        List<Expensive> expensiveOperations,
        List<Quota> quotas) {
    static ApiMonitoringJson of(ApiMonitoring monitoring) {
        return new ApiMonitoringJson(
                Decimals.of(monitoring.requestsPerMinute()),
                Decimals.ratio(monitoring.efficiencyScore()),
                monitoring.expensive().stream().map(Expensive::of).toList(),
                monitoring.quotas().stream().map(Quota::of).toList());
    }

    record Expensive(
            CommandJson about,
            String kind,
            String name,
            long requests,
            @Nullable BigDecimal requestsPerRun,
            @Nullable BigDecimal msPerRun) {
        static Expensive of(ApiMonitoring.Expensive one) {
            return new Expensive(
                    CommandJson.of(one.command()),
                    one.isOperation() ? "operation" : "endpoint",
                    one.name(),
                    one.requests(),
                    Decimals.of(one.requestsPerRun()),
                    Decimals.of(one.msPerRun()));
        }
    }

    record Quota(
            String resource,
            @Nullable Long limit,
            @Nullable Long remaining,
            Instant at,
            @Nullable Instant resetsAt,
            @Nullable BigDecimal pointsPerHour,
            @Nullable Instant runsOutAt) {
        static Quota of(QuotaForecast forecast) {
            return new Quota(
                    forecast.resource(),
                    forecast.limit(),
                    forecast.remaining(),
                    forecast.at(),
                    forecast.resetsAt(),
                    Decimals.of(forecast.pointsPerHour()),
                    forecast.runsOutAt());
        }
    }
}
