package dev.perfagent.compare;

import dev.perfagent.analysis.CommandName;
import dev.perfagent.statistics.Bands;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.Sample;
import dev.perfagent.statistics.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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
        List<Refusal> refusals,
        List<CommandName> onlyBaseline,
        List<CommandName> onlyCurrent) {
    private static final String ALL_MACHINES = "";

    /** Compares; a run that is in both groups counts as current. */
    public static Comparisons of(RunGroup baseline, RunGroup current, boolean acrossMachines) {
        RunGroup before = baseline.without(current.ids());
        List<CommandComparison> compared = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        Set<CommandName> both = new TreeSet<>(before.runs().keySet());
        both.retainAll(current.runs().keySet());
        for (CommandName command : both) {
            SortedMap<String, List<RunTimes>> then = machines(before.of(command), acrossMachines);
            SortedMap<String, List<RunTimes>> now = machines(current.of(command), acrossMachines);
            List<CommandComparison> ofCommand = compare(command, then, now);
            compared.addAll(ofCommand);
            if (ofCommand.isEmpty()) {
                refusals.add(new Refusal(command, List.copyOf(then.keySet()), List.copyOf(now.keySet())));
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
    public Verdict verdict() {
        return commands.stream()
                .map(CommandComparison::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.OK);
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
            CommandName command, SortedMap<String, List<RunTimes>> then, SortedMap<String, List<RunTimes>> now) {
        Set<String> common = new TreeSet<>(then.keySet());
        common.retainAll(now.keySet());
        int elsewhere = elsewhere(then, common) + elsewhere(now, common);
        List<CommandComparison> compared = new ArrayList<>();
        for (String machine : common) {
            List<RunTimes> before = then.getOrDefault(machine, List.of());
            List<RunTimes> after = now.getOrDefault(machine, List.of());
            compared.add(compare(command, machine, before, after, elsewhere));
        }
        return compared;
    }

    private static int elsewhere(SortedMap<String, List<RunTimes>> runs, Set<String> common) {
        return runs.entrySet().stream()
                .filter(machine -> !common.contains(machine.getKey()))
                .mapToInt(machine -> machine.getValue().size())
                .sum();
    }

    private static CommandComparison compare(
            CommandName command, String machine, List<RunTimes> before, List<RunTimes> after, int elsewhere) {
        Map<String, List<Double>> phasesBefore = phases(before);
        Map<String, List<Double>> phasesAfter = phases(after);
        Set<String> both = new TreeSet<>(phasesBefore.keySet());
        both.retainAll(phasesAfter.keySet());
        Bands bands = Bands.MILLIS.amongst(both.size());
        Map<String, Comparison> phases = new LinkedHashMap<>();
        both.stream()
                .map(phase -> Map.entry(
                        phase,
                        Comparison.of(
                                Sample.of(phasesBefore.getOrDefault(phase, List.of())),
                                Sample.of(phasesAfter.getOrDefault(phase, List.of())),
                                bands)))
                .sorted(Comparator.comparingDouble(phase -> -Math.max(
                        longest(phase.getValue().baseline()),
                        longest(phase.getValue().current()))))
                .forEach(phase -> phases.put(phase.getKey(), phase.getValue()));
        return new CommandComparison(
                command,
                machine,
                Comparison.of(totals(before), totals(after), Bands.MILLIS),
                phases,
                without(phasesBefore, both),
                without(phasesAfter, both),
                elsewhere);
    }

    private static double longest(Sample sample) {
        return sample.isEmpty() ? 0 : sample.median();
    }

    private static List<String> without(Map<String, List<Double>> phases, Set<String> both) {
        return phases.keySet().stream().filter(phase -> !both.contains(phase)).toList();
    }

    private static Sample totals(List<RunTimes> runs) {
        return Sample.of(runs.stream().mapToDouble(RunTimes::totalMs).toArray());
    }

    private static Map<String, List<Double>> phases(List<RunTimes> runs) {
        Map<String, List<Double>> phases = new TreeMap<>();
        for (RunTimes run : runs) {
            run.phases().forEach((name, ms) -> phases.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(ms));
        }
        return phases;
    }
}
