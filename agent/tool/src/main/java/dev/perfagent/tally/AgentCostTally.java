package dev.perfagent.tally;

import dev.perfagent.history.CostField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.StoredValues;
import org.jspecify.annotations.Nullable;

/** What the agent itself took of runs, added up: of all that record it, cold ones and failed ones too. */
public final class AgentCostTally {
    private final FloatList starts = new FloatList();
    private final FloatList weavings = new FloatList();
    private final FloatList exits = new FloatList();
    private double costMs;
    private double processMs;
    private long runs;

    public void add(StoredRun run) {
        StoredValues<CostField> cost = run.self();
        runs++;
        add(cost.number(CostField.WEAVE_MS), weavings);
        add(cost.number(CostField.EXIT_MS), exits);
        Double process = run.duration().processMs();
        Double start = cost.number(CostField.PREMAIN_MS);
        Double exit = cost.number(CostField.EXIT_MS);
        boolean isLater = process != null && !run.duration().isOfFirstCommand();
        add(isLater ? null : start, starts);
        if (process != null && process > 0 && start != null && exit != null) {
            processMs += run.duration().countedMs();
            costMs += (isLater ? 0 : start) + exit;
        }
    }

    private static void add(@Nullable Double ms, FloatList to) {
        if (ms != null && ms >= 0) {
            to.add(ms);
        }
    }

    public void addAll(AgentCostTally other) {
        starts.addAll(other.starts);
        weavings.addAll(other.weavings);
        exits.addAll(other.exits);
        costMs += other.costMs;
        processMs += other.processMs;
        runs += other.runs;
    }

    /** How many runs there are, also those that do not record it. */
    public long runs() {
        return runs;
    }

    /** Its start, in ms, of each run that recorded it; the caller's own copy. */
    public double[] starts() {
        return starts.values();
    }

    /** Weaving, in ms, some of it within the start; the caller's own copy. */
    public double[] weavings() {
        return weavings.values();
    }

    /** Recording the end, in ms; the caller's own copy. */
    public double[] exits() {
        return exits.values();
    }

    /** Start and end together, of the runs that record both and their process's time, in ms. */
    public double costMs() {
        return costMs;
    }

    /** The processes' time of the same runs, or that of a later command of a process, in ms; 0 when none recorded it. */
    public double processMs() {
        return processMs;
    }
}
