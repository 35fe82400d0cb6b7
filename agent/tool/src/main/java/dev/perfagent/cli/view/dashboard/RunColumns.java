package dev.perfagent.cli.view.dashboard;

import dev.perfagent.chart.DrawnRun;
import dev.perfagent.cli.output.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Drawn runs, a list for each of their figures, because that takes a third of the room that an object a run would take. Versions,
 * hosts, machines and labels are places in the lists of names.
 *
 * @param at when they began, in ms since 1970
 * @param usual whether it was chosen at random: 1 or 0
 * @param phaseMs for each of {@code phases} the times of all runs
 */
record RunColumns(
        List<String> id,
        List<Long> at,
        List<Integer> usual,
        List<Integer> version,
        List<Integer> host,
        List<Integer> machine,
        List<List<Integer>> label,
        List<@Nullable BigDecimal> ms,
        List<@Nullable BigDecimal> cpuMs,
        List<@Nullable BigDecimal> waitMs,
        List<@Nullable BigDecimal> gcMs,
        List<@Nullable BigDecimal> startupMs,
        List<@Nullable BigDecimal> heapMb,
        List<@Nullable Long> requests,
        List<@Nullable Long> quota,
        List<@Nullable BigDecimal> hitRate,
        List<String> phases,
        List<List<@Nullable BigDecimal>> phaseMs,
        List<String> versions,
        List<String> hosts,
        List<String> machines,
        List<String> labels) {
    /** More layers nobody can tell apart; the rest is "other". */
    private static final int MOST_PHASES = 6;

    /** A label with more values than that is a number, not a kind of run. */
    private static final int MOST_VALUES = 12;

    static RunColumns of(List<DrawnRun> runs, List<DrawnRun> usual) {
        Set<String> random = new HashSet<>();
        usual.forEach(run -> random.add(run.id()));
        Names versions = new Names();
        Names hosts = new Names();
        Names machines = new Names();
        Names labels = new Names();
        Set<String> kinds = kinds(runs);
        List<List<Integer>> label = new ArrayList<>();
        for (DrawnRun run : runs) {
            label.add(run.labels().stream()
                    .filter(one -> kinds.contains(name(one)))
                    .map(labels::place)
                    .toList());
        }
        List<String> phases = phases(runs);
        return new RunColumns(
                runs.stream().map(DrawnRun::id).toList(),
                runs.stream().map(DrawnRun::start).toList(),
                runs.stream().map(run -> random.contains(run.id()) ? 1 : 0).toList(),
                runs.stream().map(run -> versions.place(run.version())).toList(),
                runs.stream().map(run -> hosts.place(run.host())).toList(),
                runs.stream().map(run -> machines.place(run.fingerprint())).toList(),
                label,
                decimals(runs, DrawnRun::ms),
                decimals(runs, DrawnRun::cpuMs),
                decimals(runs, DrawnRun::waitMs),
                decimals(runs, DrawnRun::gcMs),
                decimals(runs, DrawnRun::startupMs),
                decimals(runs, DrawnRun::heapMb),
                wholes(runs, DrawnRun::requests),
                wholes(runs, DrawnRun::quota),
                decimals(runs, DrawnRun::hitRate),
                phases,
                phases.stream()
                        .map(phase -> decimals(runs, run -> msIn(phase, run)))
                        .toList(),
                versions.all(),
                hosts.all(),
                machines.all(),
                labels.all());
    }

    /** Empty where no run knows it. */
    private static List<@Nullable BigDecimal> decimals(List<DrawnRun> runs, Function<DrawnRun, @Nullable Double> of) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        boolean any = false;
        for (DrawnRun run : runs) {
            BigDecimal value = Decimals.of(of.apply(run));
            values.add(value);
            any |= value != null;
        }
        return any ? values : List.of();
    }

    /** Empty where no run knows it. */
    private static List<@Nullable Long> wholes(List<DrawnRun> runs, Function<DrawnRun, @Nullable Long> of) {
        List<@Nullable Long> values = new ArrayList<>();
        boolean any = false;
        for (DrawnRun run : runs) {
            Long value = of.apply(run);
            values.add(value);
            any |= value != null;
        }
        return any ? values : List.of();
    }

    /** Those that took most time. */
    private static List<String> phases(List<DrawnRun> runs) {
        Map<String, Double> ms = new HashMap<>();
        runs.forEach(run -> run.phases().forEach(phase -> ms.merge(phase.name(), phase.ms(), Double::sum)));
        return ms.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PHASES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double msIn(String phase, DrawnRun run) {
        return run.phases().stream()
                .filter(part -> part.name().equals(phase))
                .mapToDouble(DrawnRun.Part::ms)
                .sum();
    }

    /** The names of labels that tell runs apart and have few values. */
    private static Set<String> kinds(List<DrawnRun> runs) {
        Map<String, Set<String>> values = new HashMap<>();
        runs.forEach(
                run -> run.labels().forEach(label -> values.computeIfAbsent(name(label), ignored -> new TreeSet<>())
                        .add(label)));
        values.values().removeIf(some -> some.size() > MOST_VALUES);
        return values.keySet();
    }

    private static String name(String label) {
        return label.substring(0, label.indexOf('='));
    }
}
