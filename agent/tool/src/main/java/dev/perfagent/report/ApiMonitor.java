package dev.perfagent.report;

import dev.perfagent.report.ApiMonitoring.Expensive;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.QuotaTally;
import dev.perfagent.tally.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds how all commands together use the GitHub API. */
final class ApiMonitor {
    private static final int MOST = 5;

    private ApiMonitor() {}

    /** Null when no run asked anything. */
    static @Nullable ApiMonitoring of(Tally tally) {
        QuotaTally quota = tally.quota();
        Double perMinute = quota.requestsPerMinute();
        if (perMinute == null) {
            return null;
        }
        List<QuotaForecast> quotas = quota.quotas().entrySet().stream()
                .map(entry -> QuotaForecast.of(entry.getKey(), entry.getValue()))
                .toList();
        return new ApiMonitoring(perMinute, quota.shareLeft(), expensive(tally.commands()), quotas);
    }

    /** Operations where a rule names some of the command, else its endpoints. */
    private static List<Expensive> expensive(List<Map.Entry<CommandName, CommandTally>> commands) {
        List<Expensive> all = new ArrayList<>();
        for (Map.Entry<CommandName, CommandTally> command : commands) {
            double runs = Math.max(1, command.getValue().counts().timed());
            var api = command.getValue().api();
            api.operations()
                    .forEach((name, operation) -> all.add(new Expensive(
                            command.getKey(),
                            name,
                            true,
                            operation.requests(),
                            operation.requests() / runs,
                            operation.ms() / runs)));
            if (api.operations().isEmpty()) {
                api.endpoints()
                        .forEach((name, endpoint) -> all.add(new Expensive(
                                command.getKey(),
                                name,
                                false,
                                endpoint.requests(),
                                endpoint.requests() / runs,
                                endpoint.ms() / runs)));
            }
        }
        return all.stream()
                .filter(one -> one.requests() > 0)
                .sorted(Comparator.comparingLong(Expensive::requests)
                        .thenComparingDouble(Expensive::msPerRun)
                        .reversed()
                        .thenComparing(Expensive::command)
                        .thenComparing(Expensive::name))
                .limit(MOST)
                .toList();
    }
}
