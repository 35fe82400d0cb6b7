package dev.perfagent.compare;

import dev.perfagent.calibrate.SystemMeasure;
import dev.perfagent.tally.CommandName;
import dev.perfagent.threshold.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs of then against runs of now, command by command.
 *
 * @param inBoth how many runs of the baseline are current ones, too, and count as such only
 * @param acrossMachines whether runs of different machines are compared with each other
 * @param onlyBaseline commands without a current run
 * @param onlyCurrent commands without a run in the baseline
 */
public record Comparisons(
        RunGroup baseline,
        RunGroup current,
        int inBoth,
        boolean acrossMachines,
        List<CommandComparison> commands,
        List<MachineMismatch> refusals,
        List<CommandName> onlyBaseline,
        List<CommandName> onlyCurrent) {
    private static final String ALL_MACHINES = "";

    /**
     * Compares; a run that is in both groups counts as current.
     *
     * @param tolerances the change up to which all is well with a command, as a part: 0.2 is 20 %
     */
    public static Comparisons of(
            RunGroup baseline, RunGroup current, boolean acrossMachines, ToDoubleFunction<CommandName> tolerances) {
        RunGroup before = baseline.without(current.ids());
        List<CommandComparison> compared = new ArrayList<>();
        List<MachineMismatch> refusals = new ArrayList<>();
        Set<CommandName> both = new TreeSet<>(before.runs().keySet());
        both.retainAll(current.runs().keySet());
        for (CommandName command : both) {
            SortedMap<String, List<RunTimes>> then = machines(before.of(command), acrossMachines);
            SortedMap<String, List<RunTimes>> now = machines(current.of(command), acrossMachines);
            List<CommandComparison> ofCommand = compare(command, then, now, tolerances.applyAsDouble(command));
            compared.addAll(ofCommand);
            if (ofCommand.isEmpty()) {
                refusals.add(new MachineMismatch(command, List.copyOf(then.keySet()), List.copyOf(now.keySet())));
            }
        }
        return new Comparisons(
                before,
                current,
                baseline.size() - before.size(),
                acrossMachines,
                List.copyOf(compared),
                List.copyOf(refusals),
                missing(before, both),
                missing(current, both));
    }

    /** The worst verdict of all commands; ok when there is none. */
    public Result verdict() {
        return commands.stream()
                .map(CommandComparison::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Result.OK);
    }

    /** How fast the machines are that are compared with each other; empty when nobody measured them, or they are one. */
    public List<MachineSpeed> speeds() {
        return acrossMachines ? MachineSpeed.all(baseline, current) : List.of();
    }

    /**
     * How many times as long the machine of the current runs takes for that work; null when that is not known, or a side has
     * several machines.
     */
    public @Nullable Double slowdown(SystemMeasure work) {
        List<MachineSpeed> speeds = speeds();
        boolean areTwo =
                baseline.fingerprints().size() == 1 && current.fingerprints().size() == 1;
        return areTwo && speeds.size() == 1 ? speeds.get(0).factor(work) : null;
    }

    private static List<CommandName> missing(RunGroup group, Set<CommandName> both) {
        return group.runs().keySet().stream()
                .filter(command -> !both.contains(command))
                .toList();
    }

    private static SortedMap<String, List<RunTimes>> machines(
            SortedMap<String, List<RunTimes>> runs, boolean acrossMachines) {
        if (!acrossMachines) {
            return runs;
        }
        List<RunTimes> all = new ArrayList<>();
        runs.values().forEach(all::addAll);
        return new TreeMap<>(Map.of(ALL_MACHINES, all));
    }

    private static List<CommandComparison> compare(
            CommandName command,
            SortedMap<String, List<RunTimes>> then,
            SortedMap<String, List<RunTimes>> now,
            double tolerance) {
        Set<String> common = new TreeSet<>(then.keySet());
        common.retainAll(now.keySet());
        int elsewhere = elsewhere(then, common) + elsewhere(now, common);
        List<CommandComparison> compared = new ArrayList<>();
        for (String machine : common) {
            List<RunTimes> before = then.getOrDefault(machine, List.of());
            List<RunTimes> after = now.getOrDefault(machine, List.of());
            compared.add(new RunComparer(before, after, tolerance).compare(command, machine, elsewhere));
        }
        return compared;
    }

    private static int elsewhere(SortedMap<String, List<RunTimes>> runs, Set<String> common) {
        return runs.entrySet().stream()
                .filter(machine -> !common.contains(machine.getKey()))
                .mapToInt(machine -> machine.getValue().size())
                .sum();
    }
}
