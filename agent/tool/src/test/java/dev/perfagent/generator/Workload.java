package dev.perfagent.generator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the runs of one command behave. Durations are log-normal.
 *
 * @param medianMs median of {@code total_ms} on a host of speed 1, before any change, with context values at their middle
 * @param sigma standard deviation of the logarithm of the duration; 0.2 makes runs vary by some 20 %
 * @param weight share of all runs, relative to the other commands
 * @param requests median of the requests to GitHub; 0 for a command that asks nothing of it
 * @param phases share of the duration spent in each phase, 0 to 1, together at most 1
 * @param influences context values that the duration depends on
 */
public record Workload(
        String command,
        double medianMs,
        double sigma,
        double weight,
        int requests,
        Map<String, Double> phases,
        Map<String, Influence> influences) {
    public Workload {
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
        influences = Collections.unmodifiableMap(new LinkedHashMap<>(influences));
    }

    /**
     * A captured value, log-uniform between two numbers.
     *
     * @param exponent duration grows with the value's power of it; 0 for a value that has no influence
     */
    public record Influence(double least, double most, double exponent) {
        /** The median of the value, where it changes nothing. */
        public double middle() {
            return Math.sqrt(least * most);
        }
    }

    /** Of weight 1, varying by 20 %, without phases and requests. */
    public static Workload of(String command, double medianMs) {
        return new Workload(command, medianMs, 0.2, 1, 0, Map.of(), Map.of());
    }

    public Workload sigma(double value) {
        return new Workload(command, medianMs, value, weight, requests, phases, influences);
    }

    public Workload weight(double value) {
        return new Workload(command, medianMs, sigma, value, requests, phases, influences);
    }

    public Workload requests(int median) {
        return new Workload(command, medianMs, sigma, weight, median, phases, influences);
    }

    public Workload phase(String name, double share) {
        Map<String, Double> more = new LinkedHashMap<>(phases);
        more.put(name, share);
        return new Workload(command, medianMs, sigma, weight, requests, more, influences);
    }

    public Workload influence(String name, double least, double most, double exponent) {
        Map<String, Influence> more = new LinkedHashMap<>(influences);
        more.put(name, new Influence(least, most, exponent));
        return new Workload(command, medianMs, sigma, weight, requests, phases, more);
    }
}
