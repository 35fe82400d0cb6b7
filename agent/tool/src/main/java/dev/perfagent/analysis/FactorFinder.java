package dev.perfagent.analysis;

import dev.perfagent.analysis.Factor.Kind;
import dev.perfagent.statistics.Holm;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.SampledRun;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what slow runs have in common. Of runs on several kinds of machine only the most frequent one's are compared, but for the
 * question whether the machine matters.
 */
final class FactorFinder {
    /** A median that is nearer to the others' is not worth reporting. */
    private static final double LEAST_CHANGE = 0.1;

    /** A number with no more different values than that is taken as a name. */
    private static final int FEW_VALUES = 5;

    /** A text with more different values than that is no name but an id. */
    private static final int MANY_VALUES = 50;

    /** At most so many context values of a command are looked at. */
    private static final int MOST_CONTEXT = 30;

    private final ZoneId zone;
    private final Map<CommandName, List<PendingFactor>> questions = new LinkedHashMap<>();
    private final Set<CommandName> busy = new HashSet<>();

    /** @param zone in which hours are shown */
    FactorFinder(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Asks about the runs of one command, in any order.
     *
     * @param drift of the main fingerprint's times, which is taken out: else whatever changed meanwhile, the version first of
     * all,
     *     would go with it; null when they do not drift
     * @param withoutMachine whether the machine's part has to be left out of the times
     */
    void ask(
            CommandName command,
            String mainFingerprint,
            @Nullable GradualChange drift,
            boolean withoutMachine,
            Collection<SampledRun> sampled) {
        List<SampledRun> all = sampled.stream()
                .sorted(SampledRun.GREATEST_LOT_FIRST)
                .map(run -> withoutMachine ? run.taking(run.machine().activeMs()) : run)
                .toList();
        if (withoutMachine) {
            busy.add(command);
        }
        List<SampledRun> runs = all.stream()
                .filter(run -> run.fingerprint().equals(mainFingerprint))
                .map(run -> drift == null ? run : run.taking(TimeModel.bounded(run.ms() * drift.factor(run.start()))))
                .toList();
        List<PendingFactor> asked = new ArrayList<>();
        add(asked, names(Kind.FINGERPRINT, Kind.FINGERPRINT.text(), all, SampledRun::fingerprint));
        add(asked, names(Kind.VERSION, Kind.VERSION.text(), runs, SampledRun::version));
        add(asked, names(Kind.WEEKDAY, Kind.WEEKDAY.text(), runs, this::weekday));
        add(asked, names(Kind.HOUR, Kind.HOUR.text(), runs, this::hour));
        add(asked, numbers(Kind.CACHE_HIT_RATE, Kind.CACHE_HIT_RATE.text(), runs, SampledRun::hitRate));
        add(asked, numbers(Kind.REQUESTS, Kind.REQUESTS.text(), runs, run -> {
            Long requests = run.requests();
            return requests == null ? null : (Double) requests.doubleValue();
        }));
        Set<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(run.context().keySet()));
        names.stream().limit(MOST_CONTEXT).forEach(name -> add(asked, context(name, runs)));
        questions.put(command, asked);
    }

    /** How many questions there were about a command. */
    int asked(CommandName command) {
        return questions.getOrDefault(command, List.of()).size();
    }

    /** What holds for each command, the strongest first, corrected for all questions about all commands. */
    Map<CommandName, List<Factor>> answers() {
        double[] corrected = Holm.adjusted(questions.values().stream()
                .flatMap(List::stream)
                .mapToDouble(PendingFactor::pValue)
                .toArray());
        Map<CommandName, List<Factor>> answers = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<CommandName, List<PendingFactor>> asked : questions.entrySet()) {
            List<Factor> factors = new ArrayList<>();
            double least = busy.contains(asked.getKey()) ? NotableChange.ON_A_BUSY_MACHINE : LEAST_CHANGE;
            for (PendingFactor question : asked.getValue()) {
                Factor factor = question.answer(corrected[next++], least);
                if (factor != null) {
                    factors.add(factor);
                }
            }
            factors.sort(Comparator.comparingDouble(Factor::strength).reversed());
            answers.put(asked.getKey(), factors);
        }
        return answers;
    }

    private static void add(List<PendingFactor> asked, @Nullable PendingFactor question) {
        if (question != null) {
            asked.add(question);
        }
    }

    private String weekday(SampledRun run) {
        return run.start().atZone(zone).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private String hour(SampledRun run) {
        return String.format(Locale.ROOT, "%02d:00", run.start().atZone(zone).getHour());
    }

    private static @Nullable PendingFactor context(String name, List<SampledRun> runs) {
        Set<Object> values = new HashSet<>();
        boolean numbers = true;
        for (SampledRun run : runs) {
            Object value = run.context().get(name);
            if (value != null) {
                numbers &= value instanceof Number;
                if (values.size() <= MANY_VALUES) {
                    values.add(value);
                }
            }
        }
        if (numbers && values.size() > FEW_VALUES) {
            return numbers(Kind.CONTEXT, name, runs, run -> {
                Object value = run.context().get(name);
                return value instanceof Number number ? (Double) number.doubleValue() : null;
            });
        }
        return values.size() > MANY_VALUES
                ? null
                : names(Kind.CONTEXT, name, runs, run -> {
                    Object value = run.context().get(name);
                    return value == null ? "" : value.toString();
                });
    }

    /** Runs of which it is not known are left out. */
    private static @Nullable PendingFactor numbers(
            Kind kind, String name, List<SampledRun> runs, Function<SampledRun, @Nullable Double> number) {
        List<Double> numbers = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        for (SampledRun run : runs) {
            Double value = number.apply(run);
            if (value != null && Double.isFinite(value)) {
                numbers.add(value);
                times.add(run.ms());
            }
        }
        return PendingFactor.ofNumbers(kind, name, array(numbers), array(times));
    }

    private static @Nullable PendingFactor names(
            Kind kind, String name, List<SampledRun> runs, Function<SampledRun, String> of) {
        Map<String, List<Double>> times = new TreeMap<>();
        for (SampledRun run : runs) {
            String value = of.apply(run);
            if (!value.isEmpty()) {
                times.computeIfAbsent(value, first -> new ArrayList<>()).add(run.ms());
            }
        }
        return PendingFactor.ofNames(kind, name, times);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
