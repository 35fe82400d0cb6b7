package dev.perfagent.history;

import dev.perfagent.run.Outcome;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a question is about. Of days outside the time no file is opened; a run that another name or outcome rules out is
 * not parsed to its end.
 *
 * @param time in which they began
 * @param application null for all
 * @param command null for all
 * @param outcome null for all, also those that do not record it
 * @param kind by version and labels
 * @param filter anything else
 * @param latest a run that begins later is left out and counted, unless {@code time} names the time after that; null for no such
 * limit
 */
public record RunSelection(
        TimeRange time,
        @Nullable String application,
        @Nullable String command,
        @Nullable Outcome outcome,
        RunKind kind,
        Predicate<? super StoredRun> filter,
        @Nullable Instant latest) {
    /** Every run. */
    public static final RunSelection ALL =
            new RunSelection(TimeRange.ALL, null, null, null, RunKind.ALL, run -> true, null);

    /** Those of them that began then. */
    public RunSelection in(TimeRange range) {
        return new RunSelection(range, application, command, outcome, kind, filter, latest);
    }

    /** Those of them of that application; null for all. */
    public RunSelection ofApplication(@Nullable String name) {
        return new RunSelection(time, name, command, outcome, kind, filter, latest);
    }

    /** Those of them of that command; null for all. */
    public RunSelection ofCommand(@Nullable String name) {
        return new RunSelection(time, application, name, outcome, kind, filter, latest);
    }

    /** Those of them that ended so; null for all. */
    public RunSelection thatEnded(@Nullable Outcome how) {
        return new RunSelection(time, application, command, how, kind, filter, latest);
    }

    /** Those of them that are of that kind. */
    public RunSelection ofKind(RunKind which) {
        return new RunSelection(time, application, command, outcome, which, filter, latest);
    }

    /** Those of them for which that holds, too. */
    public RunSelection where(Predicate<? super StoredRun> condition) {
        Predicate<? super StoredRun> before = filter;
        return new RunSelection(
                time, application, command, outcome, kind, run -> before.test(run) && condition.test(run), latest);
    }

    /** The same without what begins after that moment by a clock that was wrong. */
    RunSelection startingBy(@Nullable Instant moment) {
        return new RunSelection(time, application, command, outcome, kind, filter, moment);
    }

    /** Whether a run that is accepted is left out, because a clock was wrong. */
    boolean leavesOut(StoredRun run) {
        return latest != null && run.start().isAfter(latest) && !time.namesLaterThan(latest);
    }

    boolean accepts(StoredRun run) {
        return acceptsStart(run.start())
                && acceptsApplication(run.application())
                && acceptsCommand(run.command())
                && (outcome == null || outcome == run.outcome())
                && kind.accepts(run)
                && filter.test(run);
    }

    boolean acceptsStart(Instant start) {
        return time.contains(start);
    }

    boolean acceptsApplication(String name) {
        return application == null || application.equals(name);
    }

    boolean acceptsCommand(String name) {
        return command == null || command.equals(name);
    }
}
