package dev.perfagent.monitor;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The runs that were recorded while the machine was watched: their time by target, their phases, and which fell into a bad
 * minute.
 */
public final class WatchedRuns {
    private final List<BadMinute> minutes;
    private final List<Affected> affected = new ArrayList<>();
    private final Map<String, List<Double>> phases = new TreeMap<>();
    private long runs;
    private double totalMs;
    private double timedMs;
    private double targetMs;

    /** A run in a bad minute. */
    public record Affected(
            String id, String application, String command, Instant start, double ms, List<String> reasons) {}

    public WatchedRuns(List<BadMinute> minutes) {
        this.minutes = List.copyOf(minutes);
    }

    /**
     * Adds one.
     *
     * @param target what the command should take, in ms; null when there is no target
     */
    public void add(StoredRun run, @Nullable Double target) {
        double ms = run.totalMs();
        runs++;
        if (Double.isFinite(ms)) {
            totalMs += ms;
            if (target != null) {
                timedMs += ms;
                targetMs += target;
            }
        }
        for (Phase phase : run.duration().phases()) {
            double phaseMs = phase.ms();
            if (Double.isFinite(phaseMs)) {
                phases.computeIfAbsent(phase.name(), name -> new ArrayList<>()).add(phaseMs);
            }
        }
        Instant end = run.end() == null ? run.start() : run.end();
        List<String> reasons = new ArrayList<>();
        for (BadMinute minute : minutes) {
            if (minute.overlaps(run.start(), end)) {
                minute.reasons().stream()
                        .filter(reason -> !reasons.contains(reason))
                        .forEach(reasons::add);
            }
        }
        if (!reasons.isEmpty()) {
            affected.add(new Affected(run.id(), run.application(), run.command(), run.start(), ms, reasons));
        }
    }

    public List<Affected> affected() {
        return List.copyOf(affected);
    }

    /** Times in ms by the name of the phase. */
    public Map<String, List<Double>> phases() {
        return phases;
    }

    public long runs() {
        return runs;
    }

    /** Of all runs. */
    public double totalMs() {
        return totalMs;
    }

    /** Of the runs with a target. */
    public double timedMs() {
        return timedMs;
    }

    /** The targets of those runs; null without one. */
    public @Nullable Double targetMs() {
        return targetMs > 0 ? (Double) targetMs : null;
    }

    /** Target by time, at most 100; null without a target. */
    public @Nullable Double score() {
        return targetMs > 0 && timedMs > 0 ? (Double) Math.min(100, 100 * targetMs / timedMs) : null;
    }
}
