package dev.perfagent.optimize;

import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.statistics.Sample;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How one command runs: its measured runs added up, in bounded memory and whatever the order. */
final class CommandCosts {
    private static final int MOST_WASTES = 500;

    /** Enough for a median that is good to a percent. */
    private static final int MOST_TIMES = 5000;

    private final Map<Key, Waste> wastes = new HashMap<>();
    private final TreeMap<Lot, Double> times = new TreeMap<>();
    private long runs;
    private long requests;
    private double totalMs;
    private double processMs;
    private @Nullable Instant newest;
    private @Nullable String jdk;

    void add(StoredRun run) {
        runs++;
        totalMs += run.totalMs();
        processMs += run.duration().countedMs();
        requests += run.gitHubApi() == null ? 0 : run.gitHubApi().requestsMade();
        times.put(Lot.of(run.id()), run.totalMs());
        limit();
        if (newest == null || run.start().isAfter(newest)) {
            newest = run.start();
            jdk = run.environment().text(EnvironmentField.JDK);
        }
        RunWaste.find(run, (cause, subject, waste) -> add(new Key(cause, subject), waste));
    }

    void addAll(CommandCosts other) {
        runs += other.runs;
        totalMs += other.totalMs;
        processMs += other.processMs;
        requests += other.requests;
        times.putAll(other.times);
        limit();
        if (other.newest != null && (newest == null || other.newest.isAfter(newest))) {
            newest = other.newest;
            jdk = other.jdk;
        }
        other.wastes.forEach(this::add);
    }

    private void add(Key key, Waste waste) {
        if (wastes.size() < MOST_WASTES || wastes.containsKey(key)) {
            wastes.merge(key, waste, Waste::plus);
        }
    }

    private void limit() {
        while (times.size() > MOST_TIMES) {
            times.pollLastEntry();
        }
    }

    long runs() {
        return runs;
    }

    /** Requests to GitHub of all runs. */
    long requests() {
        return requests;
    }

    /** Of all runs' commands. */
    double totalMs() {
        return totalMs;
    }

    /** Of all runs' processes; of a command that is not the first of its process, only its own time. */
    double processMs() {
        return processMs;
    }

    /** The median of the commands' times, of an even sample where there are many. */
    double medianMs() {
        return Sample.of(times.values()).median();
    }

    /** The JDK of the newest run; null when not recorded. */
    @Nullable
    String jdk() {
        return jdk;
    }

    Map<Key, Waste> wastes() {
        return wastes;
    }

    /** A cause, and what it is about: an endpoint, a cache, a program; empty for the whole command. */
    record Key(Cause cause, String subject) {}

    /** Draws an even sample that does not depend on the order: those with the smallest scrambled ids. */
    private record Lot(int number, String id) implements Comparable<Lot> {
        private static final int SCRAMBLE = 0x9E3779B1;

        static Lot of(String id) {
            return new Lot(Integer.rotateLeft(id.hashCode() * SCRAMBLE, 15), id);
        }

        @Override
        public int compareTo(Lot other) {
            int order = Integer.compare(number, other.number);
            return order == 0 ? id.compareTo(other.id) : order;
        }
    }
}
