package dev.perfagent.config;

import dev.perfagent.config.YamlNode.Kind;
import dev.perfagent.config.YamlNode.LocatedValue;
import dev.perfagent.config.YamlNode.Mapping;
import dev.perfagent.config.YamlNode.Scalar;
import dev.perfagent.config.YamlNode.Sequence;
import dev.perfagent.config.YamlNode.Unsupported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map with known keys, read value by value. Each value that is missing or wrong is added to the problems and read as null.
 * In the end the reader asks whether the section {@link #isValid()}.
 */
final class Section {
    private final Position position;
    private final Map<String, LocatedValue> entries;
    private final Problems problems;
    private final int problemsBefore;
    private final boolean map;

    private Section(
            Position position, Map<String, LocatedValue> entries, Problems problems, int problemsBefore, boolean map) {
        this.position = position;
        this.entries = entries;
        this.problems = problems;
        this.problemsBefore = problemsBefore;
        this.map = map;
    }

    /** The section with these keys and no others. A value left empty is an empty section. */
    static Section of(YamlNode node, String subject, String[] keys, Problems problems) {
        Section section = of(node, subject, problems);
        for (Map.Entry<String, LocatedValue> entry : section.entries.entrySet()) {
            if (!isAmong(entry.getKey(), keys)) {
                problems.add(
                        entry.getValue().position(),
                        "unknown key '" + Quoted.text(entry.getKey()) + "'" + Suggestion.among(entry.getKey(), keys));
            }
        }
        return section;
    }

    /** The section whose keys are names that the user chooses. */
    static Section of(YamlNode node, String subject, Problems problems) {
        int before = problems.count();
        if (node instanceof Mapping map) {
            for (Problem problem : map.problems()) {
                problems.add(problem);
            }
            return new Section(map.position(), map.entries(), problems, before, true);
        }
        if (!isNothing(node)) {
            problems.add(node.position(), unexpected(subject, "a map", node));
        }
        return new Section(node.position(), Map.of(), problems, before, isNothing(node));
    }

    /** Whether no problem was added since the section was begun. */
    boolean isValid() {
        return problems.count() == problemsBefore;
    }

    Problems problems() {
        return problems;
    }

    /** The entries in the file's order. */
    Collection<Map.Entry<String, LocatedValue>> entries() {
        return entries.entrySet();
    }

    /** The value; null when the key is missing. */
    @Nullable
    YamlNode node(String key) {
        LocatedValue entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** The position of the value; that of the section when the value is missing. */
    Position positionOf(String key) {
        YamlNode node = node(key);
        return node == null ? position : node.position();
    }

    void problem(String key, String message) {
        problems.add(positionOf(key), key + ": " + message);
    }

    void missing(String key) {
        incomplete("missing '" + key + "'");
    }

    /** Adds a problem about missing keys, unless the value is not a map at all. */
    void incomplete(String message) {
        if (map) {
            problems.add(position, message);
        }
    }

    /** A text that is not empty, or a number as it is written; null when missing or wrong. */
    @Nullable
    String text(String key) {
        YamlNode node = node(key);
        return node == null ? null : text(key, node);
    }

    /** A text that is required: it is a problem when it is missing. */
    @Nullable
    String requiredText(String key) {
        if (node(key) == null) {
            missing(key);
        }
        return text(key);
    }

    /** The texts in a list or, unless a list is required, a single text; empty when missing. */
    List<String> texts(String key, boolean listRequired) {
        YamlNode node = node(key);
        if (node == null || isNothing(node)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (node instanceof Sequence list) {
            for (YamlNode item : list.items()) {
                String text = text(key, item);
                if (text != null) {
                    texts.add(text);
                }
            }
        } else if (listRequired) {
            problems.add(node.position(), unexpected(key, "a list", node));
        } else {
            String text = text(key, node);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The position of one of the {@link #texts}, when all of them are valid. */
    Position positionOfText(String key, int index) {
        YamlNode node = node(key);
        return node instanceof Sequence list && index < list.items().size()
                ? list.items().get(index).position()
                : positionOf(key);
    }

    /** A number; null when missing or wrong. */
    @Nullable
    Double number(String key, NumberType type) {
        YamlNode node = node(key);
        return node == null ? null : number(key, node, type);
    }

    /** The number of a key whose name the user chooses; null when wrong. */
    @Nullable
    Double number(String key, YamlNode node, NumberType type) {
        if (node instanceof Unsupported unsupported) {
            problems.add(unsupported.position(), unsupported.message());
            return null;
        }
        Double value = node instanceof Scalar scalar && scalar.kind() == Kind.NUMBER ? parsed(scalar.text()) : null;
        if (value == null) {
            problems.add(node.position(), Quoted.text(key) + ": " + NumberAdvice.notANumber(type, node));
            return null;
        }
        if (!type.accepts(value)) {
            String written = node instanceof Scalar scalar ? scalar.text() : "";
            problems.add(node.position(), Quoted.text(key) + ": " + NumberAdvice.outOfRange(type, value, written));
            return null;
        }
        return value;
    }

    /** True or false; the given default when missing or wrong. */
    boolean flag(String key, boolean otherwise) {
        YamlNode node = node(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN) {
            return scalar.text().equals("true");
        }
        problems.add(node.position(), unexpected(key, "true or false", node) + flagMeant(node));
        return otherwise;
    }

    private @Nullable String text(String key, YamlNode node) {
        if (node instanceof Scalar scalar
                && (scalar.kind() == Kind.TEXT || scalar.kind() == Kind.NUMBER)
                && !scalar.text().isBlank()) {
            return scalar.text();
        }
        problems.add(node.position(), unexpected(key, "text", node));
        return null;
    }

    static boolean isNothing(YamlNode node) {
        return node instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
    }

    private static String unexpected(String key, String expected, YamlNode node) {
        return node instanceof Unsupported unsupported
                ? unsupported.message()
                : Quoted.text(key) + ": expected " + expected + ", got " + ValueDescription.of(node);
    }

    private static String flagMeant(YamlNode node) {
        if (!(node instanceof Scalar scalar)) {
            return "";
        }
        return switch (scalar.text()) {
            case "yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE", "true", "1" -> "; did you mean true?";
            case "no", "No", "NO", "off", "Off", "OFF", "False", "FALSE", "false", "0" -> "; did you mean false?";
            default -> "";
        };
    }

    /** The number; null for YAML's infinities and for what is not a number. */
    private static @Nullable Double parsed(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isAmong(String word, String[] known) {
        for (String one : known) {
            if (one.equals(word)) {
                return true;
            }
        }
        return false;
    }
}
