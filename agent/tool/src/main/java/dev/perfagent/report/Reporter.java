package dev.perfagent.report;

import dev.perfagent.analysis.MachineUse;
import dev.perfagent.analysis.Scope;
import dev.perfagent.analysis.Timing;
import dev.perfagent.history.ReadTally;
import dev.perfagent.report.Bottleneck.Kind;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.AgentCostTally;
import dev.perfagent.tally.AlertTally;
import dev.perfagent.tally.ApiTally;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.Counts;
import dev.perfagent.tally.MachineTally;
import dev.perfagent.tally.MemoryTally;
import dev.perfagent.tally.Tally;
import dev.perfagent.tally.TimeSeries;
import dev.perfagent.threshold.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a report of runs that were added up. */
public final class Reporter {
    private static final int MOST_BOTTLENECKS = 5;
    private static final int MOST_OPPORTUNITIES = 5;

    /** What takes less of a command's time is none. */
    private static final double BOTTLENECK = 0.1;

    private static final double MILLIS_A_MINUTE = 60_000;

    private final Function<CommandName, Budget> budgets;

    /** @param budgets of each command, {@link Budget#NONE} for one without */
    public Reporter(Function<CommandName, Budget> budgets) {
        this.budgets = budgets;
    }

    /**
     * Reports on all of them.
     *
     * @param read how the history could be read
     */
    public Report of(Tally tally, Scope scope, ReadTally read) {
        List<Map.Entry<CommandName, CommandTally>> tallies = tally.commands();
        List<@Nullable CommandTrend> trends = new TrendFinder(tally.first(), tally.last())
                .of(tallies.stream().map(Map.Entry::getValue).toList());
        List<CommandReport> commands = new ArrayList<>();
        for (int i = 0; i < tallies.size(); i++) {
            Map.Entry<CommandName, CommandTally> entry = tallies.get(i);
            commands.add(command(entry.getKey(), entry.getValue(), trends.get(i)));
        }
        return new Report(
                scope,
                summary(tally, commands, read),
                commands,
                bottlenecks(tallies),
                opportunities(tallies),
                ApiMonitor.of(tally),
                agent(tally));
    }

    private static AgentUse agent(Tally tally) {
        AgentCostTally cold = tally.coldCost();
        AgentCostTally warm = tally.warmCost();
        double processMs = cold.processMs() + warm.processMs();
        return new AgentUse(
                part(cold), part(warm), processMs <= 0 ? null : (Double) ((cold.costMs() + warm.costMs()) / processMs));
    }

    private static AgentUse.Part part(AgentCostTally tally) {
        return new AgentUse.Part(tally.runs(), cost(tally.starts()), cost(tally.weavings()), cost(tally.exits()));
    }

    private static AgentUse.Cost cost(double[] values) {
        return new AgentUse.Cost(
                values.length == 0 ? null : (Double) Sample.of(values).median(),
                Arrays.stream(values).sum());
    }

    private static Summary summary(Tally tally, List<CommandReport> commands, ReadTally read) {
        Counts counts = tally.counts();
        return new Summary(
                counts,
                commands.size(),
                tally.first(),
                tally.last(),
                perMinute(counts.runs(), tally.first(), tally.last()),
                read.skippedLines(),
                read.unreadableFiles(),
                read.future(),
                score(commands));
    }

    private static @Nullable Double perMinute(long runs, @Nullable Instant first, @Nullable Instant last) {
        if (first == null || last == null || !last.isAfter(first)) {
            return null;
        }
        return runs / (Duration.between(first, last).toMillis() / MILLIS_A_MINUTE);
    }

    private static @Nullable Double score(List<CommandReport> commands) {
        double sum = 0;
        long runs = 0;
        for (CommandReport command : commands) {
            Double value = command.score() == null ? null : command.score().value();
            if (value != null) {
                sum += value * command.counts().timed();
                runs += command.counts().timed();
            }
        }
        return runs == 0 ? null : (Double) (sum / runs);
    }

    private CommandReport command(CommandName name, CommandTally tally, @Nullable CommandTrend trend) {
        Budget budget = budgets.apply(name);
        List<FingerprintReport> fingerprints = new ArrayList<>();
        List<TimeSeries> all = new ArrayList<>();
        for (Map.Entry<String, MachineTally> machine : tally.machines()) {
            TimeSeries series = machine.getValue().series();
            all.add(series);
            Timing timing = Timing.of(Sample.of(series.values()));
            fingerprints.add(
                    new FingerprintReport(machine.getKey(), machine.getValue().runs(), timing));
        }
        Sample times = TimeSeries.pooled(all);
        boolean timed = !times.isEmpty();
        ApiTally api = tally.api();
        return new CommandReport(
                name,
                tally.counts(),
                fingerprints,
                VersionFinder.of(tally),
                Timing.of(times),
                Ratings.score(times, budget),
                trend,
                timed ? memory(tally.memory(), budget) : null,
                timed ? MachineUse.of(tally.contention()) : null,
                api.runs() == 0 ? null : api(api, budget),
                api.hits() + api.misses() == 0 ? null : new CacheUse(api.hits(), api.misses()),
                alerts(tally.alerts()));
    }

    private static MemoryUse memory(MemoryTally memory, Budget budget) {
        return new MemoryUse(
                memory.peaksMb().median(),
                memory.peaksMb().max(),
                memory.allocatedRuns() == 0 ? null : (Double) (memory.allocatedMb() / memory.allocatedRuns()),
                memory.countedMs() <= 0 ? null : (Double) (memory.gcMs() / memory.countedMs()),
                Ratings.memory(memory, budget));
    }

    private static ApiUse api(ApiTally api, Budget budget) {
        return new ApiUse(
                api.runs(),
                (double) api.requests() / api.runs(),
                api.pointRuns() == 0 ? null : (Double) ((double) api.points() / api.pointRuns()),
                api.requests(),
                api.avoidable(),
                Ratings.api(api, budget));
    }

    private static Map<String, Long> alerts(AlertTally tally) {
        Map<String, Long> alerts = new LinkedHashMap<>();
        Comparator<Map.Entry<String, AlertTally.Count>> runs =
                Comparator.comparingLong(entry -> -entry.getValue().runs());
        tally.types().entrySet().stream()
                .sorted(runs.thenComparing(Map.Entry::getKey))
                .forEach(entry -> alerts.put(entry.getKey(), entry.getValue().runs()));
        return alerts;
    }

    private static List<Bottleneck> bottlenecks(List<Map.Entry<CommandName, CommandTally>> commands) {
        List<Bottleneck> found = new ArrayList<>();
        for (Map.Entry<CommandName, CommandTally> command : commands) {
            CommandTally tally = command.getValue();
            tally.phases()
                    .forEach((name, phase) ->
                            found.add(bottleneck(command.getKey(), tally, Kind.PHASE, name, phase.wallMs())));
            tally.api()
                    .endpoints()
                    .forEach((name, endpoint) ->
                            found.add(bottleneck(command.getKey(), tally, Kind.ENDPOINT, name, endpoint.ms())));
        }
        return found.stream()
                .filter(bottleneck -> bottleneck.share() >= BOTTLENECK)
                .sorted(Comparator.comparingDouble(Bottleneck::ms)
                        .reversed()
                        .thenComparing(Bottleneck::command)
                        .thenComparing(Bottleneck::name))
                .limit(MOST_BOTTLENECKS)
                .toList();
    }

    private static Bottleneck bottleneck(CommandName name, CommandTally tally, Kind kind, String where, double ms) {
        double share = tally.totalMs() > 0 ? Math.min(1, ms / tally.totalMs()) : 0;
        return new Bottleneck(name, kind, where, ms, ms / tally.counts().timed(), share);
    }

    private static List<Opportunity> opportunities(List<Map.Entry<CommandName, CommandTally>> commands) {
        List<Opportunity> found = new ArrayList<>();
        for (Map.Entry<CommandName, CommandTally> command : commands) {
            command.getValue()
                    .alerts()
                    .tips()
                    .forEach((subject, tip) -> found.add(new Opportunity(
                            command.getKey(), subject.type(), subject.subject(), tip.times(), tip.text())));
        }
        return found.stream()
                .sorted(Comparator.comparingLong(Opportunity::runs)
                        .reversed()
                        .thenComparing(Opportunity::command)
                        .thenComparing(Opportunity::type)
                        .thenComparing(Opportunity::subject))
                .limit(MOST_OPPORTUNITIES)
                .toList();
    }
}
