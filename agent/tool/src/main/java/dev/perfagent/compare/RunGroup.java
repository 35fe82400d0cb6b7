package dev.perfagent.compare;

import dev.perfagent.calibrate.SystemScores;
import dev.perfagent.tally.CommandName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one side of a comparison, ready to be measured with.
 *
 * @param text which were asked for
 * @param runs the measurements by command and machine (fingerprint), the oldest first
 * @param machines what is known of each machine, by fingerprint
 * @param scores how fast each machine is, by fingerprint, as its newest run has it; machines that nobody measured are left out
 * @param leftOut how many were meant and are no measurement
 */
public record RunGroup(
        String text,
        SortedMap<CommandName, SortedMap<String, List<RunTimes>>> runs,
        Map<String, String> machines,
        Map<String, SystemScores> scores,
        Map<ExcludedRuns, Long> leftOut) {
    public RunGroup {
        SortedMap<CommandName, SortedMap<String, List<RunTimes>>> copy = new TreeMap<>();
        runs.forEach((command, ofMachine) -> {
            SortedMap<String, List<RunTimes>> lists = new TreeMap<>();
            ofMachine.forEach((machine, list) -> lists.put(machine, List.copyOf(list)));
            copy.put(command, Collections.unmodifiableSortedMap(lists));
        });
        runs = Collections.unmodifiableSortedMap(copy);
        scores = Map.copyOf(scores);
        machines = Collections.unmodifiableMap(new TreeMap<>(machines));
        leftOut = leftOut.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(leftOut));
    }

    /** Of machines whose speed nobody measured. */
    public RunGroup(
            String text,
            SortedMap<CommandName, SortedMap<String, List<RunTimes>>> runs,
            Map<String, String> machines,
            Map<ExcludedRuns, Long> leftOut) {
        this(text, runs, machines, Map.of(), leftOut);
    }

    /** The runs of a command by machine; none when there is no such command. */
    SortedMap<String, List<RunTimes>> of(CommandName command) {
        return runs.getOrDefault(command, Collections.emptySortedMap());
    }

    /** All runs, by command, by machine. */
    public List<RunTimes> all() {
        List<RunTimes> all = new ArrayList<>();
        runs.values().forEach(ofMachine -> ofMachine.values().forEach(all::addAll));
        return all;
    }

    /** How many measurements. */
    public int size() {
        return all().size();
    }

    /** Those of all its runs. */
    Set<String> fingerprints() {
        Set<String> all = new HashSet<>();
        runs.values().forEach(ofMachine -> all.addAll(ofMachine.keySet()));
        return all;
    }

    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        all().forEach(run -> ids.add(run.id()));
        return ids;
    }

    /** The same without those runs. */
    RunGroup without(Set<String> ids) {
        SortedMap<CommandName, SortedMap<String, List<RunTimes>>> kept = new TreeMap<>();
        runs.forEach((command, ofMachine) -> ofMachine.forEach((machine, list) -> {
            List<RunTimes> rest =
                    list.stream().filter(run -> !ids.contains(run.id())).toList();
            if (!rest.isEmpty()) {
                kept.computeIfAbsent(command, first -> new TreeMap<>()).put(machine, rest);
            }
        }));
        return new RunGroup(text, kept, machines, scores, leftOut);
    }

    /** The same, of one application and command only; null for all. */
    public RunGroup only(@Nullable String application, @Nullable String command) {
        SortedMap<CommandName, SortedMap<String, List<RunTimes>>> kept = new TreeMap<>();
        runs.forEach((name, ofMachine) -> {
            boolean wanted = (application == null || application.equals(name.application()))
                    && (command == null || command.equals(name.command()));
            if (wanted) {
                kept.put(name, ofMachine);
            }
        });
        return new RunGroup(text, kept, machines, scores, leftOut);
    }

    /** The same, in other words. */
    public RunGroup namedAs(String words) {
        return new RunGroup(words, runs, machines, scores, leftOut);
    }

    /** When the oldest run began; null when there is none. */
    public @Nullable Instant from() {
        return all().stream()
                .map(RunTimes::start)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When the newest run began; null when there is none. */
    public @Nullable Instant to() {
        return all().stream()
                .map(RunTimes::start)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
