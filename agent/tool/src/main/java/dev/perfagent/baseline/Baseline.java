package dev.perfagent.baseline;

import dev.perfagent.compare.ExcludedRuns;
import dev.perfagent.compare.RunGroup;
import dev.perfagent.compare.RunTimes;
import dev.perfagent.tally.CommandName;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measurements under a name. It keeps each run's values, not their medians, because a rank test needs them.
 *
 * @param saved when
 * @param runs what was measured, as it was asked for
 */
public record Baseline(String name, Instant saved, RunGroup runs) {
    /** The newest so many of a command on one machine are kept. */
    public static final int MOST_RUNS = 1000;

    /** Of a group; what is too much is left out and counted. */
    public static Baseline of(String name, Instant saved, RunGroup group) {
        Map<ExcludedRuns, Long> leftOut = new EnumMap<>(ExcludedRuns.class);
        leftOut.putAll(group.leftOut());
        SortedMap<CommandName, SortedMap<String, List<RunTimes>>> kept = new TreeMap<>();
        group.runs().forEach((command, ofMachine) -> {
            SortedMap<String, List<RunTimes>> lists = new TreeMap<>();
            ofMachine.forEach((machine, list) -> {
                int surplus = Math.max(0, list.size() - MOST_RUNS);
                if (surplus > 0) {
                    leftOut.merge(ExcludedRuns.SURPLUS, (long) surplus, Long::sum);
                }
                lists.put(machine, list.subList(surplus, list.size()));
            });
            kept.put(command, lists);
        });
        return new Baseline(name, saved, new RunGroup(group.text(), kept, group.machines(), group.scores(), leftOut));
    }
}
