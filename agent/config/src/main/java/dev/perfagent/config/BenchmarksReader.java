package dev.perfagent.config;

import dev.perfagent.config.YamlNode.LocatedValue;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.PhaseBudget;
import dev.perfagent.threshold.Rating;
import dev.perfagent.threshold.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and checks {@code benchmarks.yml}. Commands and scenarios with a problem are left out. */
final class BenchmarksReader {
    static final String NAME = "benchmarks.yml";
    static final String[] FILE_KEYS = {"benchmarks"};
    static final String[] KEYS = {"baseline", "commands", "scenarios"};
    static final String[] BASELINE_KEYS = {"date", "cli_version"};
    static final String[] COMMAND_KEYS = commandKeys();
    static final String[] PHASE_KEYS = {"target_ms", "max_acceptable_ms"};
    static final String[] SCENARIO_KEYS = {"when", "expected_performance"};

    private BenchmarksReader() {}

    static Benchmarks of(YamlNode root, Problems problems) {
        YamlNode node = Section.of(root, NAME, FILE_KEYS, problems).node("benchmarks");
        if (node == null) {
            return Benchmarks.NONE;
        }
        Section file = Section.of(node, "benchmarks", KEYS, problems);
        String date = null;
        String version = null;
        YamlNode baseline = file.node("baseline");
        if (baseline != null) {
            Section section = Section.of(baseline, "baseline", BASELINE_KEYS, problems);
            date = section.text("date");
            version = section.text("cli_version");
            if (!section.isValid()) {
                date = null;
                version = null;
            }
        }
        return new Benchmarks(date, version, commands(file, problems), scenarios(file, problems));
    }

    private static Map<String, Budget> commands(Section file, Problems problems) {
        Map<String, Budget> commands = new HashMap<>();
        for (Map.Entry<String, LocatedValue> entry : named(file, "commands", problems)) {
            Section section = Section.of(entry.getValue().value(), entry.getKey(), COMMAND_KEYS, problems);
            Budget budget = budget(section, problems);
            if (section.isValid() && !entry.getKey().isBlank()) {
                commands.put(entry.getKey(), budget);
            }
        }
        return commands;
    }

    private static String[] commandKeys() {
        Limit[] limits = Limit.values();
        String[] keys = new String[limits.length + 2];
        for (int i = 0; i < limits.length; i++) {
            keys[i] = limits[i].key();
        }
        keys[limits.length] = "phases";
        keys[limits.length + 1] = "run";
        return keys;
    }

    /** The values that a limit may have: those of its unit, with two exceptions. */
    static NumberType numberType(Limit limit) {
        if (limit == Limit.TOLERANCE) {
            return NumberType.TOLERANCE;
        }
        if (limit == Limit.MAX_THROTTLED_MS) {
            return NumberType.LEAST_MS;
        }
        String unit = limit.measure().unit();
        return switch (unit) {
            case "ms" -> NumberType.LIMIT_MS;
            case "mb" -> NumberType.LIMIT_MB;
            case "ratio" -> NumberType.RATIO;
            case "requests" -> NumberType.REQUESTS;
            case "processes" -> NumberType.PROCESSES;
            default -> throw new IllegalStateException("no kind of number for a limit in " + unit);
        };
    }

    private static Budget budget(Section section, Problems problems) {
        Map<Limit, Double> limits = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            Double value = section.number(limit.key(), numberType(limit));
            if (value != null) {
                limits.put(limit, value);
            }
        }
        targetFits(section, limits.get(Limit.TARGET_MS), limits.get(Limit.MAX_ACCEPTABLE_MS));
        return new Budget(limits, phases(section, problems), section.texts("run", true));
    }

    private static void targetFits(Section section, @Nullable Double target, @Nullable Double acceptable) {
        if (target != null && acceptable != null && target > acceptable) {
            section.problem(
                    "target_ms",
                    NumberAdvice.plain(target) + " is over max_acceptable_ms, which is "
                            + NumberAdvice.plain(acceptable));
        }
    }

    private static Map<String, PhaseBudget> phases(Section command, Problems problems) {
        Map<String, PhaseBudget> phases = new HashMap<>();
        for (Map.Entry<String, LocatedValue> entry : named(command, "phases", problems)) {
            Section section = Section.of(entry.getValue().value(), entry.getKey(), PHASE_KEYS, problems);
            Double target = section.number("target_ms", NumberType.LIMIT_MS);
            Double acceptable = section.number("max_acceptable_ms", NumberType.LIMIT_MS);
            targetFits(section, target, acceptable);
            if (target != null || acceptable != null) {
                phases.put(entry.getKey(), new PhaseBudget(target, acceptable));
            } else if (section.isValid()) {
                section.missing("target_ms");
            }
        }
        return phases;
    }

    private static List<Scenario> scenarios(Section file, Problems problems) {
        List<Scenario> scenarios = new ArrayList<>();
        for (Map.Entry<String, LocatedValue> entry : named(file, "scenarios", problems)) {
            Section section = Section.of(entry.getValue().value(), entry.getKey(), SCENARIO_KEYS, problems);
            Map<String, Double> when = new HashMap<>();
            for (Map.Entry<String, LocatedValue> value : named(section, "when", problems)) {
                Double least = section.number(value.getKey(), value.getValue().value(), NumberType.AMOUNT);
                if (least != null) {
                    when.put(value.getKey(), least);
                }
            }
            if (when.isEmpty() && section.isValid()) {
                section.missing("when");
            }
            Rating expected = rating(section);
            if (expected != null && section.isValid() && !entry.getKey().isBlank()) {
                scenarios.add(new Scenario(entry.getKey(), when, expected));
            }
        }
        return scenarios;
    }

    private static @Nullable Rating rating(Section section) {
        String text = section.requiredText("expected_performance");
        if (text == null) {
            return null;
        }
        Rating[] ratings = Rating.values();
        String[] known = new String[ratings.length];
        for (int i = 0; i < known.length; i++) {
            if (ratings[i].text().equals(text)) {
                return ratings[i];
            }
            known[i] = ratings[i].text();
        }
        section.problem(
                "expected_performance", "unknown rating '" + Quoted.text(text) + "'" + Suggestion.among(text, known));
        return null;
    }

    /** The entries of a map whose keys are names, none of which may be empty. */
    private static Iterable<Map.Entry<String, LocatedValue>> named(Section section, String key, Problems problems) {
        YamlNode node = section.node(key);
        if (node == null) {
            return List.of();
        }
        Section map = Section.of(node, key, problems);
        for (Map.Entry<String, LocatedValue> entry : map.entries()) {
            if (entry.getKey().isBlank()) {
                problems.add(entry.getValue().position(), key + ": a name is empty");
            }
        }
        return map.entries();
    }
}
