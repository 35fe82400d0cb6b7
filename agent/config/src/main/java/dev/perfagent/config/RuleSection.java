package dev.perfagent.config;

import dev.perfagent.config.YamlNode.Sequence;
import dev.perfagent.settings.CacheRole;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import dev.perfagent.settings.ValuePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of rules in {@code instrumentation.yml}. */
@SuppressWarnings("ImmutableEnumChecker") // The array of keys is private, and copied on its way out.
enum RuleSection {
    COMMANDS("commands", "name", true, "name", "class", "annotated", "implements", "method", "exclude") {
        @Override
        Rule rule(String name, Target target, Section section) {
            return new Rule.Command(name, target);
        }
    },
    PHASES("phases", "phase", false, "phase", "class", "annotated", "implements", "method", "exclude", "min_ms") {
        @Override
        Rule rule(String name, Target target, Section section) {
            Double minMs = section.number("min_ms", NumberType.LEAST_MS);
            return new Rule.Phase(name, target, minMs == null ? 0 : minMs);
        }
    },
    API_CLIENTS(
            "api_clients", "operation", false, "operation", "class", "annotated", "implements", "method", "exclude") {
        @Override
        Rule rule(String name, Target target, Section section) {
            return new Rule.Operation(name, target);
        }
    },
    CONTEXT("context", "name", true, "name", "class", "annotated", "implements", "method", "exclude", "value") {
        @Override
        @Nullable
        Rule rule(String name, Target target, Section section) {
            ValuePath value = value(section);
            return value == null ? null : new Rule.Context(name, target, value);
        }
    },
    CACHES("caches", "cache", true, "cache", "class", "annotated", "implements", "method", "exclude", "is") {
        @Override
        @Nullable
        Rule rule(String name, Target target, Section section) {
            CacheRole role = role(section);
            boolean isPlace = name.startsWith("argument.") || name.startsWith("field.");
            ValuePath nameAt = isPlace ? ValuePath.of(name) : null;
            if (isPlace && (nameAt == null || nameAt.size())) {
                section.problem(
                        "cache",
                        "'" + Quoted.text(name) + "' is not understood; write a name, or where it is: argument.N"
                                + " (N from 0 to 9) or field.NAME");
            }
            return role == null ? null : new Rule.Cache(name, target, role, nameAt);
        }
    };

    private static final String[] PATHS = {"return", "return.size", "argument.0", "argument.0.size"};

    private static final String[] ROLES = {"look_up", "load", "creation"};

    private static final String[] EXCLUDABLE = {"class", "method"};

    /** Replaces what is missing or wrong, so that the rest of an entry is checked too. */
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

    /** The list's key. */
    String key() {
        return key;
    }

    /** The keys of its entries. */
    String[] keys() {
        return keys.clone();
    }

    /** Adds the rules of a list; an entry with a problem is left out. */
    void read(YamlNode node, Problems problems, List<Rule> rules) {
        if (Section.isNothing(node)) {
            return;
        }
        if (!(node instanceof Sequence list)) {
            problems.add(
                    node.position(),
                    key + ": expected a list of rules, each with '- ' before it, got " + ValueDescription.of(node));
            return;
        }
        for (YamlNode item : list.items()) {
            Section section = Section.of(item, key, keys, problems);
            String name = section.requiredText(nameKey);
            Target target = target(section);
            Rule rule = rule(name == null ? UNKNOWN : name, target, section);
            if (rule != null && section.isValid()) {
                rules.add(rule);
            }
        }
    }

    /** The rule; null, after a problem was added, when a key that only such rules have is missing or wrong. */
    abstract @Nullable Rule rule(String name, Target target, Section section);

    private Target target(Section section) {
        String className = className(section, "class", true);
        String annotated = className(section, "annotated", false);
        String implementing = className(section, "implements", false);
        List<String> methods = methods(section);
        Section exclude = exclude(section);
        List<String> excludedClasses = exclude == null ? List.of() : classes(exclude);
        List<String> excludedMethods = exclude == null ? List.of() : methods(exclude);
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
        return new Target(
                given ? className : UNKNOWN, annotated, implementing, methods, excludedClasses, excludedMethods);
    }

    /** What the rule leaves out; null when it says nothing about that. */
    private static @Nullable Section exclude(Section section) {
        YamlNode node = section.node("exclude");
        if (node == null || Section.isNothing(node)) {
            return null;
        }
        Section exclude = Section.of(node, "exclude", EXCLUDABLE, section.problems());
        if (exclude.node("class") == null && exclude.node("method") == null) {
            exclude.incomplete("missing 'class' or 'method'");
        }
        return exclude;
    }

    private static List<String> classes(Section exclude) {
        List<String> classes = exclude.texts("class", false);
        for (int i = 0; i < classes.size(); i++) {
            String problem = NameSyntax.classProblem(classes.get(i), true);
            if (problem != null) {
                exclude.problems().add(exclude.positionOfText("class", i), "class: " + problem);
            }
        }
        return classes;
    }

    private static @Nullable String className(Section section, String key, boolean wildcards) {
        String name = section.text(key);
        if (name == null) {
            return null;
        }
        String problem = NameSyntax.classProblem(name, wildcards);
        if (problem != null) {
            section.problem(key, problem);
        }
        return name;
    }

    private static List<String> methods(Section section) {
        List<String> methods = section.texts("method", false);
        for (int i = 0; i < methods.size(); i++) {
            String problem = NameSyntax.methodProblem(methods.get(i));
            if (problem != null) {
                section.problems().add(section.positionOfText("method", i), "method: " + problem);
            }
        }
        return new ArrayList<>(methods);
    }

    private static @Nullable CacheRole role(Section section) {
        String text = section.text("is");
        CacheRole role = text == null ? CacheRole.LOOK_UP : CacheRole.of(text);
        if (role == null) {
            String nearest = Suggestion.nearest(String.valueOf(text), ROLES);
            section.problem(
                    "is",
                    "'" + Quoted.text(String.valueOf(text)) + "' is not understood; write look_up, load or creation"
                            + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
        }
        return role;
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
                            + "' is not understood; write return, argument.N (N from 0 to 9) or field.NAME,"
                            + " or one of them with .size"
                            + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
        }
        return path;
    }
}
