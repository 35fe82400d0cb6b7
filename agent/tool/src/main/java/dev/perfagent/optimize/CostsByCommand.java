package dev.perfagent.optimize;

import dev.perfagent.history.RunKind;
import dev.perfagent.history.StoredRun;
import dev.perfagent.tally.CommandName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** How all commands run. Failed, killed and cold runs, and those of profilers and benchmarks, are counted only. */
public final class CostsByCommand {
    private static final int MOST_COMMANDS = 500;
    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final Map<CommandName, CommandCosts> commands = new HashMap<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long measured;
    private long others;

    private final RunKind askedFor;

    private CostsByCommand(RunKind askedFor) {
        this.askedFor = askedFor;
    }

    /**
     * Adds up runs in any order.
     *
     * @param askedFor whether runs of benchmarks or profilers are meant
     */
    public static Collector<StoredRun, ?, CostsByCommand> collector(RunKind askedFor) {
        return Collector.of(
                () -> new CostsByCommand(askedFor),
                CostsByCommand::add,
                CostsByCommand::and,
                Collector.Characteristics.UNORDERED);
    }

    /** How many runs are measured with. */
    public long measured() {
        return measured;
    }

    /** How many are not. */
    public long others() {
        return others;
    }

    /** From the first to the last of them, in days; at least one, so that a busy hour is not taken for a habit. */
    public double days() {
        return first == null || last == null
                ? 1
                : Math.max(1, Duration.between(first, last).toMillis() / DAY_MS);
    }

    Map<CommandName, CommandCosts> commands() {
        return commands;
    }

    private void add(StoredRun run) {
        if (!run.succeeded() || run.cold() || askedFor.leavesOut(run) != null || !(run.totalMs() >= 0)) {
            others++;
            return;
        }
        CommandName name = new CommandName(run.application(), run.command());
        if (commands.size() >= MOST_COMMANDS && !commands.containsKey(name)) {
            others++;
            return;
        }
        measured++;
        span(run.start());
        commands.computeIfAbsent(name, ignored -> new CommandCosts()).add(run);
    }

    private CostsByCommand and(CostsByCommand other) {
        other.commands.forEach((name, habit) ->
                commands.computeIfAbsent(name, ignored -> new CommandCosts()).addAll(habit));
        measured += other.measured;
        others += other.others;
        if (other.first != null && other.last != null) {
            span(other.first);
            span(other.last);
        }
        return this;
    }

    private void span(Instant time) {
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
    }
}
