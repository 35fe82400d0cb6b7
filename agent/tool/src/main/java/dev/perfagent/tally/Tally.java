package dev.perfagent.tally;

import dev.perfagent.history.RunKind;
import dev.perfagent.history.StoredRun;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Runs of a history, added up by command. Of a run it keeps a dozen bytes for what the agent cost, of a timed one 18 bytes and a
 * few more for its memory and start; all else is
 * bounded.
 */
public final class Tally {
    private static final int MOST_COMMANDS = 500;

    /** Enough for a rank correlation of 0.05 in the largest command, in 10 MB or so. */
    private static final int SAMPLE = 20_000;

    private static final CommandName OTHERS = new CommandName("", BoundedTotals.OTHERS);

    private final BoundedTotals<CommandName, CommandTally> commands =
            new BoundedTotals<>(MOST_COMMANDS, OTHERS, CommandTally::new);
    private final TopEntries<SampledRun> sample = new TopEntries<>(SAMPLE, SampledRun.GREATEST_LOT_FIRST);
    private final QuotaTally quota = new QuotaTally();
    private final AgentCostTally coldCost = new AgentCostTally();
    private final AgentCostTally warmCost = new AgentCostTally();
    private final RunKind askedFor;
    private final boolean sampling;
    private @Nullable Instant first;
    private @Nullable Instant last;

    private Tally(RunKind askedFor, boolean sampling) {
        this.askedFor = askedFor;
        this.sampling = sampling;
    }

    /**
     * Adds up runs that come in any order, in parts that are put together in any order.
     *
     * @param askedFor whether runs of benchmarks or profilers are meant
     */
    public static Collector<StoredRun, ?, Tally> collector(RunKind askedFor) {
        return collector(askedFor, false);
    }

    /** The same, and keeps an even sample of timed runs, to be asked what slow ones have in common. */
    public static Collector<StoredRun, ?, Tally> samplingCollector(RunKind askedFor) {
        return collector(askedFor, true);
    }

    private static Collector<StoredRun, ?, Tally> collector(RunKind askedFor, boolean sampling) {
        return Collector.of(
                () -> new Tally(askedFor, sampling),
                Tally::add,
                Tally::plus,
                Tally::sorted,
                Collector.Characteristics.UNORDERED);
    }

    private void add(StoredRun run) {
        CommandName name = new CommandName(run.application(), run.command());
        boolean timed = commands.get(name).add(run, name, askedFor);
        (run.cold() ? coldCost : warmCost).add(run);
        quota.add(run);
        span(run.start(), run.start());
        if (sampling && timed) {
            long lot = SampledRun.lot(run.id());
            sample.offer(SampledRun.of(run, name, lot));
        }
    }

    private Tally plus(Tally other) {
        commands.addAll(other.commands, CommandTally::addAll);
        sample.addAll(other.sample);
        quota.addAll(other.quota);
        coldCost.addAll(other.coldCost);
        warmCost.addAll(other.warmCost);
        if (other.first != null && other.last != null) {
            span(other.first, other.last);
        }
        return this;
    }

    private Tally sorted() {
        commands.totals().values().forEach(CommandTally::sort);
        return this;
    }

    private void span(Instant from, Instant to) {
        first = first == null || from.isBefore(first) ? from : first;
        last = last == null || to.isAfter(last) ? to : last;
    }

    /** Those that took most time in timed runs first. */
    public List<Map.Entry<CommandName, CommandTally>> commands() {
        Comparator<Map.Entry<CommandName, CommandTally>> time =
                Comparator.comparingDouble(entry -> -entry.getValue().totalMs());
        return commands.totals().entrySet().stream()
                .sorted(time.thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** How many runs there are of each kind. */
    public Counts counts() {
        return commands.totals().values().stream().map(CommandTally::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** When the first run began; null without runs. */
    public @Nullable Instant first() {
        return first;
    }

    /** When the last run began; null without runs. */
    public @Nullable Instant last() {
        return last;
    }

    /** How all runs used GitHub's rate limits. */
    public QuotaTally quota() {
        return quota;
    }

    /** What the agent took of runs in which it wove classes. */
    public AgentCostTally coldCost() {
        return coldCost;
    }

    /** What the agent took of all other runs. */
    public AgentCostTally warmCost() {
        return warmCost;
    }

    public Collection<SampledRun> sample() {
        return sample.all();
    }
}
