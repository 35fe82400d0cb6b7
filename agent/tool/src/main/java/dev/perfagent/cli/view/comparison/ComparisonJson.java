package dev.perfagent.cli.view.comparison;

import dev.perfagent.cli.view.scope.CommandJson;
import dev.perfagent.compare.Comparisons;
import dev.perfagent.compare.ExcludedRuns;
import dev.perfagent.compare.MachineMismatch;
import dev.perfagent.compare.RunGroup;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison for programs. */
public record ComparisonJson(
        int schema,
        @Nullable String verdict,
        boolean acrossMachines,
        int inBoth,
        Group baseline,
        Group current,
        List<CommandComparisonJson> commands,
        List<Refused> refused,
        List<CommandJson> onlyBaseline,
        List<CommandJson> onlyCurrent) {
    /** Goes up when a field changes its meaning or goes away; new fields do not change it. */
    private static final int SCHEMA = 1;

    public static ComparisonJson of(Comparisons comparisons) {
        return new ComparisonJson(
                SCHEMA,
                comparisons.commands().isEmpty() ? null : comparisons.verdict().text(),
                comparisons.acrossMachines(),
                comparisons.inBoth(),
                Group.of(comparisons.baseline()),
                Group.of(comparisons.current()),
                comparisons.commands().stream().map(CommandComparisonJson::of).toList(),
                comparisons.refusals().stream().map(Refused::of).toList(),
                comparisons.onlyBaseline().stream().map(CommandJson::of).toList(),
                comparisons.onlyCurrent().stream().map(CommandJson::of).toList());
    }

    /** One side. */
    record Group(
            String runsOf,
            int runs,
            @Nullable Instant from,
            @Nullable Instant to,
            Map<String, Long> leftOut,
            Map<String, String> machines) {
        static Group of(RunGroup group) {
            Map<String, Long> leftOut = new LinkedHashMap<>();
            for (ExcludedRuns why : ExcludedRuns.values()) {
                leftOut.put(why.name().toLowerCase(Locale.ROOT), group.leftOut().getOrDefault(why, 0L));
            }
            return new Group(group.text(), group.size(), group.from(), group.to(), leftOut, group.machines());
        }
    }

    /** A command that was not compared, because its runs are of different machines. */
    record Refused(CommandJson about, List<String> baselineFingerprints, List<String> currentFingerprints) {
        static Refused of(MachineMismatch refusal) {
            return new Refused(CommandJson.of(refusal.command()), refusal.baseline(), refusal.current());
        }
    }
}
