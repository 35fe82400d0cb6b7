package dev.perfagent.tally;

import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.RunKind;
import dev.perfagent.history.RunPurpose;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Phase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The runs of one command, added up. All but counts, alerts and errors is of timed runs only: those that succeeded, were warm and
 * were neither profiled nor part of a benchmark, unless such runs are asked for.
 */
public final class CommandTally {
    private static final int MOST_MACHINES = 100;
    private static final int MOST_PHASES = 200;
    private static final int MOST_ERRORS = 100;

    private final BoundedTotals<String, MachineTally> machines =
            new BoundedTotals<>(MOST_MACHINES, BoundedTotals.OTHERS, MachineTally::new);
    private final BoundedTotals<String, PhaseTally> phases =
            new BoundedTotals<>(MOST_PHASES, BoundedTotals.OTHERS, PhaseTally::new);
    private final BoundedTotals<ErrorTally.Kind, ErrorTally> errors =
            new BoundedTotals<>(MOST_ERRORS, new ErrorTally.Kind(BoundedTotals.OTHERS, null), ErrorTally::new);
    private final NameIndex versions = new NameIndex();
    private final MemoryTally memory = new MemoryTally();
    private final ContentionTally contention = new ContentionTally();
    private final ApiTally api = new ApiTally();
    private final AlertTally alerts = new AlertTally();
    private final StartupTally startup = new StartupTally();
    private final TopEntries<SlowRun> slowest = new TopEntries<>(SlowRun.MOST, SlowRun.FASTEST_FIRST);
    private Counts counts = Counts.NONE;
    private double totalMs;

    /** Whether its time is comparable with others. */
    public static boolean isTimed(StoredRun run, RunKind askedFor) {
        return run.succeeded() && !run.cold() && askedFor.leavesOut(run) == null && run.totalMs() >= 0;
    }

    /** Adds a run; whether its time is comparable with others. */
    boolean add(StoredRun run, CommandName name, RunKind askedFor) {
        boolean cold = run.succeeded() && run.cold();
        boolean warm = run.succeeded() && !cold;
        RunPurpose leftOut = askedFor.leavesOut(run);
        boolean timed = warm && leftOut == null && run.totalMs() >= 0;
        boolean failed = !run.succeeded() && !run.killed();
        counts = counts.plus(new Counts(
                1,
                one(run.succeeded()),
                one(failed),
                one(run.killed()),
                one(cold),
                one(warm && leftOut == RunPurpose.PROFILE),
                one(warm && leftOut == RunPurpose.BENCHMARK),
                one(timed)));
        machines.get(run.fingerprint()).count();
        alerts.add(run);
        if (failed) {
            String type = run.error() == null ? "" : run.error().type();
            errors.get(new ErrorTally.Kind(type, run.exitCode())).add(run);
        }
        if (timed) {
            String version = run.applicationVersion();
            addTime(
                    run.fingerprint(),
                    run.start(),
                    run.totalMs(),
                    version == null ? "" : version,
                    run.resourceUsage().contention());
            addTimed(run, name);
        }
        return timed;
    }

    /** What changes over time are looked for in. */
    public void addTime(String fingerprint, Instant start, double ms, String version, Contention contention) {
        machines.get(fingerprint).series().add(start.toEpochMilli(), ms, versions.number(version), contention);
    }

    private void addTimed(StoredRun run, CommandName name) {
        totalMs += run.totalMs();
        for (Phase phase : run.duration().phases()) {
            phases.get(phase.name()).add(phase, run.resourceUsage().allocatedBytes() != null);
        }
        memory.add(run);
        contention.add(run);
        api.add(run);
        startup.add(run);
        slowest.offer(new SlowRun(
                run.id(),
                run.start(),
                name,
                run.totalMs(),
                run.applicationVersion(),
                run.fingerprint(),
                run.environment().text(EnvironmentField.HOST)));
    }

    void addAll(CommandTally other) {
        int[] versionOf = versions.numbersOf(other.versions);
        machines.addAll(other.machines, (mine, theirs) -> mine.addAll(theirs, versionOf));
        phases.addAll(other.phases, PhaseTally::addAll);
        errors.addAll(other.errors, ErrorTally::addAll);
        memory.addAll(other.memory);
        contention.addAll(other.contention);
        api.addAll(other.api);
        alerts.addAll(other.alerts);
        startup.addAll(other.startup);
        slowest.addAll(other.slowest);
        counts = counts.plus(other.counts);
        totalMs += other.totalMs;
    }

    public void sort() {
        machines.totals().values().forEach(machine -> machine.series().sort());
    }

    private static long one(boolean counted) {
        return counted ? 1 : 0;
    }

    /** How many runs there are of each kind. */
    public Counts counts() {
        return counts;
    }

    /** By fingerprint, the one with the most timed runs first. */
    public List<Map.Entry<String, MachineTally>> machines() {
        Comparator<Map.Entry<String, MachineTally>> timed =
                Comparator.comparingInt(entry -> -entry.getValue().series().size());
        return machines.totals().entrySet().stream()
                .sorted(timed.thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** The version of which that run of a series was; empty when not recorded. */
    public String version(TimeSeries series, int index) {
        return versions.name(series.version(index));
    }

    /** The sum of the runs' times. */
    public double totalMs() {
        return totalMs;
    }

    /** By name. */
    public Map<String, PhaseTally> phases() {
        return phases.totals();
    }

    public MemoryTally memory() {
        return memory;
    }

    public ContentionTally contention() {
        return contention;
    }

    public ApiTally api() {
        return api;
    }

    public AlertTally alerts() {
        return alerts;
    }

    public StartupTally startup() {
        return startup;
    }

    /** How runs failed. */
    public Map<ErrorTally.Kind, ErrorTally> errors() {
        return errors.totals();
    }

    /** The slowest first. */
    public List<SlowRun> slowest() {
        return slowest.greatestFirst();
    }
}
