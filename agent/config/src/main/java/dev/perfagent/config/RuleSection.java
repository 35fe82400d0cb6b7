package dev.perfagent.config;

import dev.perfagent.config.Node.Sequence;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import dev.perfagent.settings.ValuePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the lists of rules in {@code instrumentation.yml}. */
@SuppressWarnings("ImmutableEnumChecker") // The array of keys is private, and copied on its way out.
enum RuleSection {
    COMMANDS("commands", "name", true, "name", "class", "annotated", "implements", "method") {
        @Override
        Rule rule(String name, Target target, Section section) {
            return new Rule.Command(name, target);
        }
    },
    PHASES("phases", "phase", false, "phase", "class", "annotated", "implements", "method", "min_ms") {
        @Override
        Rule rule(String name, Target target, Section section) {
            Double minMs = section.number("min_ms", Quantity.LEAST_MS);
            return new Rule.Phase(name, target, minMs == null ? 0 : minMs);
        }
    },
    API_CLIENTS("api_clients", "operation", false, "operation", "class", "annotated", "implements", "method") {
        @Override
        Rule rule(String name, Target target, Section section) {
            return new Rule.Operation(name, target);
        }
    },
    CONTEXT("context", "name", true, "name", "class", "annotated", "implements", "method", "value") {
        @Override
        @Nullable
        Rule rule(String name, Target target, Section section) {
            ValuePath value = value(section);
            return value == null ? null : new Rule.Context(name, target, value);
        }
    };

    private static final String[] PATHS = {"return", "return.size", "argument.0", "argument.0.size"};

    /** Stands in for what is missing or wrong, so that the rest of an entry is checked as well. */
    private static final String UNKNOWN = "unknown";

    private final String key;
    private final String nameKey;
    private final boolean methodNeeded;
    private final String[] keys;

    RuleSection(String key, String nameKey, boolean methodNeeded, String... keys) {
        this.key = key;
        this.nameKey = nameKey;
        this.methodNeeded = methodNeeded;
        this.keys = keys;
    }

    /** The key of the list. */
    String key() {
        return key;
    }

    /** The keys of its entries. */
    String[] keys() {
        return keys.clone();
    }

    /** Adds the rules of a list; an entry with a problem is left out. */
    void read(Node node, Problems problems, List<Rule> rules) {
        if (Section.isNothing(node)) {
            return;
        }
        if (!(node instanceof Sequence list)) {
            problems.add(
                    node.place(), key + ": expected a list of rules, each with '- ' before it, got " + Got.of(node));
            return;
        }
        for (Node item : list.items()) {
            Section section = Section.of(item, key, keys, problems);
            String name = section.requiredText(nameKey);
            Target target = target(section);
            Rule rule = rule(name == null ? UNKNOWN : name, target, section);
            if (rule != null && section.sound()) {
                rules.add(rule);
            }
        }
    }

    /** The rule; null, with a problem told, when its own keys are missing or wrong. */
    abstract @Nullable Rule rule(String name, Target target, Section section);

    private Target target(Section section) {
        String className = className(section, "class", true);
        String annotated = className(section, "annotated", false);
        String implementing = className(section, "implements", false);
        List<String> methods = methods(section);
        boolean anything = section.node("class") != null
                || section.node("annotated") != null
                || section.node("implements") != null;
        if (!anything) {
            section.incomplete("missing 'class', 'annotated' or 'implements'");
        }
        if (methodNeeded && section.node("method") == null && section.node("annotated") == null) {
            section.missing("method");
        }
        boolean given = className != null || annotated != null || implementing != null;
        return new Target(given ? className : UNKNOWN, annotated, implementing, methods);
    }

    private static @Nullable String className(Section section, String key, boolean wildcards) {
        String name = section.text(key);
        if (name == null) {
            return null;
        }
        String fault = Names.classFault(name, wildcards);
        if (fault != null) {
            section.problem(key, fault);
        }
        return name;
    }

    private static List<String> methods(Section section) {
        List<String> methods = section.texts("method", false);
        for (int i = 0; i < methods.size(); i++) {
            String fault = Names.methodFault(methods.get(i));
            if (fault != null) {
                section.problems().add(section.placeOfText("method", i), "method: " + fault);
            }
        }
        return new ArrayList<>(methods);
    }

    private static @Nullable ValuePath value(Section section) {
        String text = section.requiredText("value");
        if (text == null) {
            return null;
        }
        ValuePath path = ValuePath.of(text);
        if (path == null) {
            String nearest = Suggestion.nearest(text, PATHS);
            section.problem(
                    "value",
                    "'" + Quoted.text(text)
                            + "' is not understood; write return, return.size, argument.N or argument.N.size, N from 0 to 9"
                            + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
        }
        return path;
    }
}
