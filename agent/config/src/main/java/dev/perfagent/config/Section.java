package dev.perfagent.config;

import dev.perfagent.config.Node.Entry;
import dev.perfagent.config.Node.Kind;
import dev.perfagent.config.Node.Mapping;
import dev.perfagent.config.Node.Odd;
import dev.perfagent.config.Node.Scalar;
import dev.perfagent.config.Node.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map with known keys, read value by value. Each value that is missing or wrong is told; the reader goes on with
 * null, and asks in the end whether the section is {@link #sound()}.
 */
final class Section {
    private final Place place;
    private final Map<String, Entry> entries;
    private final Problems problems;
    private final int problemsBefore;
    private final boolean map;

    private Section(Place place, Map<String, Entry> entries, Problems problems, int problemsBefore, boolean map) {
        this.place = place;
        this.entries = entries;
        this.problems = problems;
        this.problemsBefore = problemsBefore;
        this.map = map;
    }

    /** The section with these keys and no others. A value left empty is an empty section. */
    static Section of(Node node, String subject, String[] keys, Problems problems) {
        Section section = of(node, subject, problems);
        for (Map.Entry<String, Entry> entry : section.entries.entrySet()) {
            if (!isAmong(entry.getKey(), keys)) {
                problems.add(
                        entry.getValue().place(),
                        "unknown key '" + Quoted.text(entry.getKey()) + "'" + Suggestion.among(entry.getKey(), keys));
            }
        }
        return section;
    }

    /** The section whose keys are names of the user's choice. */
    static Section of(Node node, String subject, Problems problems) {
        int before = problems.count();
        if (node instanceof Mapping map) {
            for (Fault fault : map.faults()) {
                problems.add(fault);
            }
            return new Section(map.place(), map.entries(), problems, before, true);
        }
        if (!isNothing(node)) {
            problems.add(node.place(), unexpected(subject, "a map", node));
        }
        return new Section(node.place(), Map.of(), problems, before, isNothing(node));
    }

    /** Whether nothing wrong was told since the section was begun. */
    boolean sound() {
        return problems.count() == problemsBefore;
    }

    Problems problems() {
        return problems;
    }

    /** In the file's order. */
    Collection<Map.Entry<String, Entry>> entries() {
        return entries.entrySet();
    }

    /** The value; null when the key is missing. */
    @Nullable
    Node node(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Where the value is; for a missing one where the section is. */
    Place placeOf(String key) {
        Node node = node(key);
        return node == null ? place : node.place();
    }

    void problem(String key, String message) {
        problems.add(placeOf(key), key + ": " + message);
    }

    void missing(String key) {
        incomplete("missing '" + key + "'");
    }

    /** Of what is no map at all it is not told that keys are missing. */
    void incomplete(String message) {
        if (map) {
            problems.add(place, message);
        }
    }

    /** A text that is not empty, or a number as it is written; null when missing or wrong. */
    @Nullable
    String text(String key) {
        Node node = node(key);
        return node == null ? null : text(key, node);
    }

    /** The same; told when missing. */
    @Nullable
    String requiredText(String key) {
        if (node(key) == null) {
            missing(key);
        }
        return text(key);
    }

    /** Texts in a list or, unless a list is required, a single one; empty when missing. */
    List<String> texts(String key, boolean listRequired) {
        Node node = node(key);
        if (node == null || isNothing(node)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                String text = text(key, item);
                if (text != null) {
                    texts.add(text);
                }
            }
        } else if (listRequired) {
            problems.add(node.place(), unexpected(key, "a list", node));
        } else {
            String text = text(key, node);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Where each of {@link #texts} is, when all of them are sound. */
    Place placeOfText(String key, int index) {
        Node node = node(key);
        return node instanceof Sequence list && index < list.items().size()
                ? list.items().get(index).place()
                : placeOf(key);
    }

    /** Null when missing or wrong. */
    @Nullable
    Double number(String key, Quantity quantity) {
        Node node = node(key);
        return node == null ? null : number(key, node, quantity);
    }

    /** The value of a key whose name is of the user's choice; null when wrong. */
    @Nullable
    Double number(String key, Node node, Quantity quantity) {
        if (node instanceof Odd odd) {
            problems.add(odd.place(), odd.message());
            return null;
        }
        Double value = node instanceof Scalar scalar && scalar.kind() == Kind.NUMBER ? parsed(scalar.text()) : null;
        if (value == null) {
            problems.add(node.place(), Quoted.text(key) + ": " + NumberAdvice.notANumber(quantity, node));
            return null;
        }
        if (!quantity.accepts(value)) {
            String written = node instanceof Scalar scalar ? scalar.text() : "";
            problems.add(node.place(), Quoted.text(key) + ": " + NumberAdvice.outOfRange(quantity, value, written));
            return null;
        }
        return value;
    }

    /** True or false; the given one when missing or wrong. */
    boolean flag(String key, boolean otherwise) {
        Node node = node(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof Scalar scalar && scalar.kind() == Kind.FLAG) {
            return scalar.text().equals("true");
        }
        problems.add(node.place(), unexpected(key, "true or false", node) + flagMeant(node));
        return otherwise;
    }

    private @Nullable String text(String key, Node node) {
        if (node instanceof Scalar scalar
                && (scalar.kind() == Kind.TEXT || scalar.kind() == Kind.NUMBER)
                && !scalar.text().isBlank()) {
            return scalar.text();
        }
        problems.add(node.place(), unexpected(key, "text", node));
        return null;
    }

    static boolean isNothing(Node node) {
        return node instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
    }

    private static String unexpected(String key, String expected, Node node) {
        return node instanceof Odd odd
                ? odd.message()
                : Quoted.text(key) + ": expected " + expected + ", got " + Got.of(node);
    }

    private static String flagMeant(Node node) {
        if (!(node instanceof Scalar scalar)) {
            return "";
        }
        return switch (scalar.text()) {
            case "yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE", "true", "1" -> "; did you mean true?";
            case "no", "No", "NO", "off", "Off", "OFF", "False", "FALSE", "false", "0" -> "; did you mean false?";
            default -> "";
        };
    }

    /** Null for YAML's infinities and for what is no number at all. */
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
