package dev.perfagent.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code baseline_ms} of commands into the text of a {@code benchmarks.yml}: values are replaced where they stand, new
 * ones put beside their neighbours; nothing else of the text changes. Afterwards the text is read again, and if it does not mean
 * exactly the same but for these values, it is given up.
 */
final class BenchmarksEdit {
    private static final String VALUE = "baseline_ms";
    private static final int USUAL_INDENT = 2;

    private final String text;
    private final YamlPlaces yaml;
    private final String lineEnd;
    private final List<TextEdit> splices = new ArrayList<>();

    private BenchmarksEdit(String text) throws UneditableException {
        this.text = text;
        this.yaml = YamlPlaces.of(text);
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /**
     * The changes, from the text's beginning to its end.
     *
     * @throws UneditableException when they cannot be made without a risk
     */
    static List<TextEdit> of(String text, SortedMap<String, Double> ms) throws UneditableException {
        BenchmarksEdit edit = new BenchmarksEdit(text);
        SortedMap<String, Double> missing = new TreeMap<>();
        for (Map.Entry<String, Double> command : ms.entrySet()) {
            if (!edit.put(command.getKey(), command.getValue())) {
                missing.put(command.getKey(), command.getValue());
            }
        }
        if (!missing.isEmpty()) {
            edit.append(missing);
        }
        edit.splices.sort(Comparator.comparingInt(TextEdit::from));
        Object wanted = wanted(YamlPlaces.meaning(text), ms);
        if (!wanted.equals(YamlPlaces.meaning(apply(text, edit.splices)))) {
            throw new UneditableException("the result would not mean what it should");
        }
        return List.copyOf(edit.splices);
    }

    /** The text with the changes made. */
    static String apply(String text, List<TextEdit> splices) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (TextEdit splice : splices) {
            result.append(text, at, splice.from()).append(splice.text());
            at = splice.to();
        }
        return result.append(text, at, text.length()).toString();
    }

    /** What a person can paste below {@code commands}. */
    static String paste(SortedMap<String, Double> ms) {
        StringBuilder paste = new StringBuilder("benchmarks:\n  commands:\n");
        ms.forEach((name, value) -> paste.append("    ")
                .append(key(name))
                .append(":\n      ")
                .append(VALUE)
                .append(": ")
                .append(Medians.text(value))
                .append('\n'));
        return paste.toString();
    }

    /** False when the command is not there yet. */
    private boolean put(String command, double ms) throws UneditableException {
        NodeTuple entry = commandEntry(command);
        if (entry == null) {
            return false;
        }
        Node value = entry.getValueNode();
        if (yaml.isAlias(entry) || yaml.isShared(value)) {
            throw new UneditableException("'" + command + "' shares its values with others by an anchor and alias");
        }
        if (value instanceof MappingNode map) {
            NodeTuple before = YamlPlaces.entry(map, VALUE);
            if (before == null) {
                add(map, VALUE + ": " + Medians.text(ms));
            } else {
                replace(before, Medians.text(ms));
            }
        } else if (isNothing(value)) {
            int column = yaml.column(entry.getKeyNode()) + indent();
            insertAfterLine(yaml.end(entry.getKeyNode()), line(column, VALUE + ": " + Medians.text(ms)));
        } else {
            throw new UneditableException("'" + command + "' is no map");
        }
        return true;
    }

    private @Nullable NodeTuple commandEntry(String command) throws UneditableException {
        MappingNode map = map("benchmarks", "commands");
        return map == null ? null : YamlPlaces.entry(map, command);
    }

    /** The map below these keys; null when it is not there. */
    private @Nullable MappingNode map(String... keys) throws UneditableException {
        Node node = yaml.root();
        for (String key : keys) {
            NodeTuple entry = node instanceof MappingNode map ? YamlPlaces.entry(map, key) : null;
            if (entry != null && (yaml.isAlias(entry) || yaml.isShared(entry.getValueNode()))) {
                throw new UneditableException("'" + key + "' shares its values with others by an anchor and alias");
            }
            node = entry == null ? null : entry.getValueNode();
        }
        return node instanceof MappingNode map ? map : null;
    }

    private void replace(NodeTuple entry, String number) throws UneditableException {
        Node value = entry.getValueNode();
        if (!(value instanceof ScalarNode scalar) || yaml.isAlias(entry) || yaml.isShared(value)) {
            throw new UneditableException(VALUE + " is not a plain number, or is an alias");
        }
        int end = yaml.end(value);
        if (isNothing(scalar)) {
            int colon = text.indexOf(':', yaml.end(entry.getKeyNode()));
            splices.add(new TextEdit(colon + 1, colon + 1, " " + number));
            return;
        }
        boolean quoted = scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
        int to = quoted ? end - 1 : end;
        int from = to - scalar.getValue().length();
        boolean block = !quoted && scalar.getScalarStyle() != ScalarStyle.PLAIN;
        // An anchor or tag stands before the value, inside the node.
        if (block || from < 0 || !text.startsWith(scalar.getValue(), from)) {
            throw new UneditableException(VALUE + " is written in a way that is not understood");
        }
        if (!scalar.getValue().equals(number)) {
            splices.add(new TextEdit(from, to, number));
        }
    }

    /** Puts an entry first in a map. */
    private void add(MappingNode map, String entry) throws UneditableException {
        if (map.getFlowStyle() == FlowStyle.FLOW) {
            int brace = text.indexOf('{', yaml.start(map));
            splices.add(new TextEdit(
                    brace + 1, brace + 1, " " + entry + (map.getValue().isEmpty() ? " " : ",")));
            return;
        }
        Node first = map.getValue().get(0).getKeyNode();
        int column = yaml.column(first);
        if (!text.substring(yaml.start(first) - column, yaml.start(first)).isBlank()) {
            throw new UneditableException("something stands before its first key in the same line");
        }
        splices.add(new TextEdit(yaml.start(first), yaml.start(first), entry + lineEnd + " ".repeat(column)));
    }

    private void append(SortedMap<String, Double> missing) throws UneditableException {
        MappingNode commands = map("benchmarks", "commands");
        if (commands != null && !commands.getValue().isEmpty()) {
            if (commands.getFlowStyle() == FlowStyle.FLOW) {
                int last = yaml.lastContent(
                        commands.getValue().get(commands.getValue().size() - 1).getValueNode());
                StringBuilder entries = new StringBuilder();
                missing.forEach((name, ms) -> entries.append(", ").append(flow(name, ms)));
                splices.add(new TextEdit(last, last, entries.toString()));
                return;
            }
            insertAfterLine(
                    yaml.lastContent(commands),
                    lines(missing, yaml.column(commands.getValue().get(0).getKeyNode())));
            return;
        }
        MappingNode benchmarks = map("benchmarks");
        if (commands != null) {
            int brace = text.indexOf('{', yaml.start(commands));
            List<String> entries = new ArrayList<>();
            missing.forEach((name, ms) -> entries.add(flow(name, ms)));
            splices.add(new TextEdit(brace + 1, brace + 1, " " + String.join(", ", entries) + " "));
        } else if (benchmarks != null && benchmarks.getFlowStyle() == FlowStyle.BLOCK) {
            appendCommands(benchmarks, missing);
        } else if (yaml.root() == null || isWithoutBenchmarks()) {
            String all =
                    "benchmarks:" + lineEnd + " ".repeat(USUAL_INDENT) + "commands:" + lines(missing, 2 * USUAL_INDENT);
            boolean fresh = text.isEmpty() || text.endsWith("\n");
            splices.add(new TextEdit(text.length(), text.length(), (fresh ? "" : lineEnd) + all + lineEnd));
        } else {
            throw new UneditableException("there is no place for its commands");
        }
    }

    private void appendCommands(MappingNode benchmarks, SortedMap<String, Double> missing) {
        int column = yaml.column(benchmarks.getValue().get(0).getKeyNode());
        NodeTuple empty = YamlPlaces.entry(benchmarks, "commands");
        if (empty != null) {
            insertAfterLine(yaml.end(empty.getKeyNode()), lines(missing, column + indent()));
        } else {
            insertAfterLine(
                    yaml.lastContent(benchmarks), line(column, "commands:") + lines(missing, column + indent()));
        }
    }

    private boolean isWithoutBenchmarks() {
        return yaml.root() instanceof MappingNode map
                && map.getFlowStyle() == FlowStyle.BLOCK
                && YamlPlaces.entry(map, "benchmarks") == null;
    }

    private String lines(SortedMap<String, Double> commands, int column) {
        StringBuilder lines = new StringBuilder();
        commands.forEach((name, ms) -> lines.append(line(column, key(name) + ":"))
                .append(line(column + indent(), VALUE + ": " + Medians.text(ms))));
        return lines.toString();
    }

    private String line(int column, String content) {
        return lineEnd + " ".repeat(column) + content;
    }

    private void insertAfterLine(int index, String lines) {
        // A block text ends where the next line begins.
        boolean atLineStart = index > 0 && text.charAt(index - 1) == '\n';
        int end = yaml.lineEnd(atLineStart ? index - 1 : index);
        int before = atLineStart && end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
        splices.add(new TextEdit(before, before, lines));
    }

    /** How far this file puts what is inside something. */
    private int indent() {
        if (yaml.root() instanceof MappingNode map && map.getFlowStyle() == FlowStyle.BLOCK) {
            NodeTuple entry = YamlPlaces.entry(map, "benchmarks");
            if (entry != null
                    && entry.getValueNode() instanceof MappingNode inside
                    && inside.getFlowStyle() == FlowStyle.BLOCK
                    && !inside.getValue().isEmpty()) {
                return Math.max(
                        1, yaml.column(inside.getValue().get(0).getKeyNode()) - yaml.column(entry.getKeyNode()));
            }
        }
        return USUAL_INDENT;
    }

    private static String flow(String name, double ms) {
        return key(name) + ": { " + VALUE + ": " + Medians.text(ms) + " }";
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getValue().isEmpty()
                && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private static String key(String name) {
        boolean plain = name.matches("[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*")
                && !name.matches("(?i)true|false|null|yes|no|on|off|y|n");
        return plain ? name : JsonMapper.shared().writeValueAsString(name);
    }

    /** What the text is to mean afterwards. */
    private static Map<Object, Object> wanted(@Nullable Object before, SortedMap<String, Double> ms) {
        Map<Object, Object> root = copy(before);
        Map<Object, Object> benchmarks = copy(root.get("benchmarks"));
        Map<Object, Object> commands = copy(benchmarks.get("commands"));
        ms.forEach((name, value) -> {
            Map<Object, Object> command = copy(commands.get(name));
            String number = Medians.text(value);
            Object old = command.get(VALUE);
            command.put(VALUE, old instanceof String ? number : number(number));
            commands.put(name, command);
        });
        benchmarks.put("commands", commands);
        root.put("benchmarks", benchmarks);
        return root;
    }

    private static Object number(String text) {
        if (text.indexOf('.') >= 0) {
            return Double.valueOf(text);
        }
        long whole = Long.parseLong(text);
        return whole == (int) whole ? (Object) Integer.valueOf((int) whole) : (Object) Long.valueOf(whole);
    }

    private static Map<Object, Object> copy(@Nullable Object map) {
        return map instanceof Map<?, ?> known ? new LinkedHashMap<>(known) : new LinkedHashMap<>();
    }
}
