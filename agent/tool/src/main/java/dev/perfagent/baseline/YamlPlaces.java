package dev.perfagent.baseline;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML text, its nodes, and where they stand. */
final class YamlPlaces {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(50)
            .build();

    private final String text;
    private final @Nullable Node root;
    private final Set<Node> several = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlPlaces(String text, @Nullable Node root) {
        this.text = text;
        this.root = root;
        if (root != null) {
            count(root, new IdentityHashMap<>());
        }
    }

    static YamlPlaces of(String text) throws UneditableException {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            return new YamlPlaces(text, root.orElse(null));
        } catch (YamlEngineException e) {
            throw unreadable(e);
        }
    }

    /** What the text means: maps, lists, texts, numbers. */
    static @Nullable Object meaning(String text) throws UneditableException {
        try {
            return new Load(SETTINGS).loadFromString(text);
        } catch (YamlEngineException e) {
            throw unreadable(e);
        }
    }

    @Nullable
    Node root() {
        return root;
    }

    /** The entry of a map with that key; null when there is none. */
    static @Nullable NodeTuple entry(MappingNode map, String key) {
        for (NodeTuple tuple : map.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar
                    && scalar.getValue().equals(key)) {
                return tuple;
            }
        }
        return null;
    }

    /** Whether the value of an entry is an alias, so that it stands elsewhere. */
    boolean isAlias(NodeTuple tuple) {
        return start(tuple.getValueNode()) < start(tuple.getKeyNode());
    }

    /** Whether aliases stand for a node, so that a change of it changes other places, too. */
    boolean isShared(Node node) {
        return several.contains(node);
    }

    int start(Node node) {
        return index(node.getStartMark());
    }

    int end(Node node) {
        return index(node.getEndMark());
    }

    /** Where the last thing inside a node ends; comments behind it do not count. */
    int lastContent(Node node) {
        boolean block = node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK;
        if (!block) {
            return end(node);
        }
        int last = start(node);
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                int ofValue = isAlias(tuple) ? end(tuple.getKeyNode()) : lastContent(tuple.getValueNode());
                last = Math.max(last, Math.max(end(tuple.getKeyNode()), ofValue));
            }
        } else if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                last = Math.max(last, lastContent(item));
            }
        }
        return last;
    }

    /** The column of a node, from 0. */
    int column(Node node) {
        return start(node) - lineStart(start(node));
    }

    int lineStart(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    /** The end of a line, before what ends it. */
    int lineEnd(int index) {
        int end = text.indexOf('\n', index);
        if (end < 0) {
            return text.length();
        }
        return end > index && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** The parser counts code points. */
    private int index(Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }

    private void count(Node node, Map<Node, Boolean> seen) {
        if (seen.put(node, true) != null) {
            several.add(node);
            return;
        }
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                count(tuple.getKeyNode(), seen);
                count(tuple.getValueNode(), seen);
            }
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> count(item, seen));
        }
    }

    private static UneditableException unreadable(YamlEngineException e) {
        String message = String.valueOf(e.getMessage());
        return new UneditableException("it is not YAML that can be edited: "
                + message.lines()
                        .map(String::strip)
                        .limit(3)
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
    }
}
