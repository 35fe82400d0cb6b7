package dev.perfagent.compare;

import dev.perfagent.statistics.Bands;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.Question;
import dev.perfagent.statistics.Sample;
import dev.perfagent.statistics.Statistic;
import dev.perfagent.tally.CommandName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the runs of one command on one machine. The median of its time is the question that was meant, and is asked alone. All
 * others (the 95 % quantile, each phase, what it used) are asked together, and corrected for how many they are.
 */
final class RunComparer {
    private final List<RunTimes> before;
    private final List<RunTimes> after;
    private final Bands times;

    RunComparer(List<RunTimes> before, List<RunTimes> after, double tolerance) {
        this.before = before;
        this.after = after;
        this.times = Bands.MILLIS.withTolerance(tolerance);
    }

    CommandComparison compare(CommandName command, String machine, int elsewhere) {
        Map<String, List<Double>> phasesBefore = phases(before);
        Map<String, List<Double>> phasesAfter = phases(after);
        Set<String> both = new TreeSet<>(phasesBefore.keySet());
        both.retainAll(phasesAfter.keySet());
        Question total = new Question(Statistic.MEDIAN, totals(before), totals(after), times);
        Map<Object, Question> others = new LinkedHashMap<>();
        Question p95 = new Question(Statistic.P95, total.baseline(), total.current(), times);
        if (Math.min(before.size(), after.size()) >= Statistic.P95.leastRuns()) {
            others.put(Statistic.P95, p95);
        }
        for (String phase : longestFirst(both, phasesBefore, phasesAfter)) {
            others.put(
                    phase,
                    new Question(
                            Statistic.MEDIAN,
                            Sample.of(phasesBefore.getOrDefault(phase, List.of())),
                            Sample.of(phasesAfter.getOrDefault(phase, List.of())),
                            times));
        }
        for (ResourceMeasure use : ResourceMeasure.values()) {
            Question question = question(use);
            if (question != null && use != ResourceMeasure.ACTIVE_TIME) {
                others.put(use, question);
            }
        }
        Map<Object, Comparison> answers = answers(others);
        Map<String, Comparison> phases = new LinkedHashMap<>();
        Map<ResourceMeasure, Comparison> uses = new EnumMap<>(ResourceMeasure.class);
        answers.forEach((what, answer) -> {
            if (what instanceof String phase) {
                phases.put(phase, answer);
            } else if (what instanceof ResourceMeasure use) {
                uses.put(use, answer);
            }
        });
        return new CommandComparison(
                command,
                machine,
                times.tolerance(),
                Comparison.ofAll(List.of(total)).get(0),
                answers.get(Statistic.P95),
                active(),
                machineShare(before),
                machineShare(after),
                phases,
                uses,
                without(phasesBefore, both),
                without(phasesAfter, both),
                elsewhere);
    }

    /** Asked alone, as the time on the clock is; null unless all runs of both sides know it. */
    private @Nullable Comparison active() {
        Question question = question(ResourceMeasure.ACTIVE_TIME);
        boolean known = known(ResourceMeasure.ACTIVE_TIME, before).size() == before.size()
                && known(ResourceMeasure.ACTIVE_TIME, after).size() == after.size();
        return question == null || !known
                ? null
                : Comparison.ofAll(List.of(question)).get(0);
    }

    /** By the median; NaN when no run knows it. */
    private static double machineShare(List<RunTimes> runs) {
        Double share = RunTimes.medianShare(runs);
        return share == null ? Double.NaN : share;
    }

    private static Map<Object, Comparison> answers(Map<Object, Question> questions) {
        List<Comparison> answers = Comparison.ofAll(List.copyOf(questions.values()));
        Map<Object, Comparison> byQuestion = new LinkedHashMap<>();
        int next = 0;
        for (Object what : questions.keySet()) {
            byQuestion.put(what, answers.get(next++));
        }
        return byQuestion;
    }

    /** Null when a side does not know it, or nothing of it was used on both. */
    private @Nullable Question question(ResourceMeasure use) {
        Sample then = known(use, before);
        Sample now = known(use, after);
        if (then.isEmpty() || now.isEmpty() || then.max() == 0 && now.max() == 0) {
            return null;
        }
        return new Question(Statistic.MEDIAN, then, now, times.withFloor(use.floor()));
    }

    private static Sample known(ResourceMeasure use, List<RunTimes> runs) {
        return Sample.of(runs.stream()
                .map(run -> run.use().get(use))
                .filter(Objects::nonNull)
                .toList());
    }

    private static List<String> longestFirst(
            Set<String> phases, Map<String, List<Double>> before, Map<String, List<Double>> after) {
        Comparator<String> longest = Comparator.comparingDouble(phase -> -Math.max(
                Sample.of(before.getOrDefault(phase, List.of())).median(),
                Sample.of(after.getOrDefault(phase, List.of())).median()));
        return phases.stream().sorted(longest).toList();
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
