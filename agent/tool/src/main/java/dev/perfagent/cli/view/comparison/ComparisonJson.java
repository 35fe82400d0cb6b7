package dev.perfagent.cli.view.comparison;

import dev.perfagent.calibrate.SystemMeasure;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.view.scope.CommandJson;
import dev.perfagent.compare.Comparisons;
import dev.perfagent.compare.ExcludedRuns;
import dev.perfagent.compare.MachineMismatch;
import dev.perfagent.compare.MachineSpeed;
import dev.perfagent.compare.RunGroup;
import java.math.BigDecimal;
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
        List<Speed> speeds,
        List<CommandComparisonJson> commands,
        List<Refused> refused,
        List<CommandJson> onlyBaseline,
        List<CommandJson> onlyCurrent) {
    /** Goes up when a field changes its meaning or goes away; new fields do not change it. */
    private static final int SCHEMA = 1;

    /**
     * All of it.
     *
     * @param normalise the work of {@code system benchmark} by which times are divided, too; null for none
     */
    public static ComparisonJson of(Comparisons comparisons, @Nullable SystemMeasure normalise) {
        return new ComparisonJson(
                SCHEMA,
                comparisons.commands().isEmpty() ? null : comparisons.verdict().text(),
                comparisons.acrossMachines(),
                comparisons.inBoth(),
                Group.of(comparisons.baseline()),
                Group.of(comparisons.current()),
                comparisons.speeds().stream().map(Speed::of).toList(),
                comparisons.commands().stream()
                        .map(command -> CommandComparisonJson.of(
                                command, normalise, normalise == null ? null : comparisons.slowdown(normalise)))
                        .toList(),
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

    /** How many times as long a machine takes as another one, by kind of work. */
    record Speed(String baselineFingerprint, String currentFingerprint, Map<String, @Nullable BigDecimal> slowdown) {
        static Speed of(MachineSpeed speed) {
            Map<String, @Nullable BigDecimal> slowdown = new LinkedHashMap<>();
            speed.works().forEach(work -> slowdown.put(work.measure().key(), Decimals.ratio(work.factor())));
            return new Speed(speed.baseline(), speed.current(), slowdown);
        }
    }

    /** A command that was not compared, because its runs are of different machines. */
    record Refused(CommandJson about, List<String> baselineFingerprints, List<String> currentFingerprints) {
        static Refused of(MachineMismatch refusal) {
            return new Refused(CommandJson.of(refusal.command()), refusal.baseline(), refusal.current());
        }
    }
}
