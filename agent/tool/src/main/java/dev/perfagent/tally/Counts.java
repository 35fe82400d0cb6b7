package dev.perfagent.tally;

/**
 * How many runs there are of each kind. Succeeded, failed and killed ones add up to all.
 *
 * @param runs all of them
 * @param succeeded ended in order without a failure
 * @param failed ended with an error
 * @param killed went away without an orderly end
 * @param cold of those that succeeded, how many wove classes, which takes tenths of a second
 * @param profiled of those that succeeded and were not cold, how many were watched by a profiler
 * @param benchmark of those too, how many were part of a benchmark
 * @param timed the rest, whose times are comparable
 */
public record Counts(
        long runs, long succeeded, long failed, long killed, long cold, long profiled, long benchmark, long timed) {
    /** None. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                runs + other.runs,
                succeeded + other.succeeded,
                failed + other.failed,
                killed + other.killed,
                cold + other.cold,
                profiled + other.profiled,
                benchmark + other.benchmark,
                timed + other.timed);
    }
}
