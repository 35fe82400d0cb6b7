package dev.perfagent.compare;

import dev.perfagent.calibrate.SystemScores;
import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.StoredValues;
import dev.perfagent.tally.CommandName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the runs of one side, in any order, in memory that does not grow with the history. */
final class RunGroupBuilder {
    private final Selector selector;
    private final Instant latest;
    private final Map<CommandName, Map<String, NavigableSet<RunTimes>>> runs = new HashMap<>();
    private final Map<String, String> machines = new HashMap<>();
    private final Map<String, Scored> scores = new HashMap<>();
    private final Map<ExcludedRuns, Long> leftOut = new EnumMap<>(ExcludedRuns.class);

    /** @param latest what begins later is dated in the future */
    RunGroupBuilder(Selector selector, Instant latest) {
        this.selector = selector;
        this.latest = latest;
    }

    void add(StoredRun run) {
        if (!selector.accepts(run)) {
            return;
        }
        boolean future = run.start().isAfter(latest) && !selector.namesLaterThan(latest);
        ExcludedRuns why = future ? ExcludedRuns.FUTURE : ExcludedRuns.of(run, selector.kind());
        if (why != null) {
            leftOut.merge(why, 1L, Long::sum);
            return;
        }
        machines.computeIfAbsent(run.fingerprint(), first -> words(run.environment()));
        scored(run);
        NavigableSet<RunTimes> list = list(new CommandName(run.application(), run.command()), run.fingerprint());
        list.add(RunTimes.of(run));
        limit(list);
    }

    private void scored(StoredRun run) {
        String text = run.environment().text(EnvironmentField.SYSTEM_SCORES);
        if (text != null) {
            scores.merge(run.fingerprint(), new Scored(run.start(), text), Scored::newer);
        }
    }

    /** What the newest run says of a machine. */
    private record Scored(Instant time, String text) {
        Scored newer(Scored other) {
            return other.time.isAfter(time) ? other : this;
        }
    }

    RunGroupBuilder and(RunGroupBuilder other) {
        other.runs.forEach((command, ofMachine) -> ofMachine.forEach((machine, runs) -> {
            NavigableSet<RunTimes> list = list(command, machine);
            list.addAll(runs);
            limit(list);
        }));
        other.machines.forEach(machines::putIfAbsent);
        other.scores.forEach((machine, scored) -> scores.merge(machine, scored, Scored::newer));
        other.leftOut.forEach((why, count) -> leftOut.merge(why, count, Long::sum));
        return this;
    }

    RunGroup group() {
        SortedMap<CommandName, SortedMap<String, List<RunTimes>>> sorted = new TreeMap<>();
        runs.forEach((command, ofMachine) -> {
            SortedMap<String, List<RunTimes>> lists = new TreeMap<>();
            ofMachine.forEach((machine, list) -> lists.put(machine, newest(list)));
            sorted.put(command, lists);
        });
        Map<String, SystemScores> known = new HashMap<>();
        scores.forEach((machine, scored) -> known.put(machine, SystemScores.parse(scored.text())));
        return new RunGroup(selector.text(), sorted, machines, known, leftOut);
    }

    private List<RunTimes> newest(NavigableSet<RunTimes> list) {
        List<RunTimes> all = new ArrayList<>(list);
        int from = selector instanceof Selector.Last last ? Math.max(0, all.size() - last.count()) : 0;
        return all.subList(from, all.size());
    }

    private NavigableSet<RunTimes> list(CommandName command, String machine) {
        return runs.computeIfAbsent(command, first -> new HashMap<>())
                .computeIfAbsent(machine, first -> new TreeSet<>(RunTimes.OLDEST_FIRST));
    }

    /** Of the newest so many, none is missed by asking for more. */
    private void limit(NavigableSet<RunTimes> list) {
        while (list.size() > ExcludedRuns.MOST_RUNS) {
            list.pollFirst();
            if (!(selector instanceof Selector.Last)) {
                leftOut.merge(ExcludedRuns.SURPLUS, 1L, Long::sum);
            }
        }
    }

    private static String words(StoredValues<EnvironmentField> environment) {
        Long cores = environment.whole(EnvironmentField.CORES);
        String jdk = environment.text(EnvironmentField.JDK);
        return Stream.of(
                        environment.text(EnvironmentField.CPU),
                        cores == null ? null : cores + (cores == 1 ? " core" : " cores"),
                        jdk == null ? null : "JDK " + jdk,
                        environment.text(EnvironmentField.OS),
                        environment.text(EnvironmentField.CI))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
