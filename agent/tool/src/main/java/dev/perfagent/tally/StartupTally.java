package dev.perfagent.tally;

import dev.perfagent.history.StoredRun;

/** What timed runs took before their command began, added up: of a process with several commands, before the first. */
public final class StartupTally {
    private final FloatList jvmMs = new FloatList();
    private final FloatList classes = new FloatList();
    private double jvmSum;
    private double commandSum;
    private double processSum;
    private long runs;

    void add(StoredRun run) {
        Double jvm = run.duration().jvmStartupMs();
        Double process = run.duration().processMs();
        if (jvm != null && process != null && process > 0 && run.duration().isOfFirstCommand()) {
            jvmMs.add(jvm);
            jvmSum += jvm;
            processSum += process;
            commandSum += run.totalMs();
            runs++;
        }
        Long loaded = run.resourceUsage().classesLoaded();
        if (loaded != null) {
            classes.add(loaded);
        }
    }

    void addAll(StartupTally other) {
        jvmMs.addAll(other.jvmMs);
        classes.addAll(other.classes);
        jvmSum += other.jvmSum;
        commandSum += other.commandSum;
        processSum += other.processSum;
        runs += other.runs;
    }

    /** From the start of the JVM to the agent's, in ms, of each run that recorded it; the caller's own copy. */
    public double[] jvmMs() {
        return jvmMs.values();
    }

    /** Classes loaded by each run that recorded it; the caller's own copy. */
    public double[] classes() {
        return classes.values();
    }

    /** How many runs recorded their start. */
    public long runs() {
        return runs;
    }

    /** The sum of {@link #jvmMs()}. */
    public double jvmSum() {
        return jvmSum;
    }

    /** The commands' time of the same runs, in ms. */
    public double commandSum() {
        return commandSum;
    }

    /** The processes' time of the same runs, in ms. */
    public double processSum() {
        return processSum;
    }
}
