package dev.perfagent.config;

import dev.perfagent.config.YamlNode.Kind;
import dev.perfagent.config.YamlNode.LocatedValue;
import dev.perfagent.config.YamlNode.Mapping;
import dev.perfagent.config.YamlNode.Scalar;
import dev.perfagent.config.YamlNode.Sequence;
import dev.perfagent.config.YamlNode.Unsupported;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * The parser of YAML text to a tree of nodes with positions; the only class that knows which parser library is used.
 *
 * <p>It reads Jackson's tokens. Data binding would cost a cold JVM 150 ms more, and keeps no positions. Tags are not
 * interpreted, so no text can name a class. An alias is the very node it stands for, not a copy, and counts each time it is
 * used. So a file can make neither the memory nor a walk over the tree explode.
 */
final class YamlTree {
    /** Our files need 7. */
    private static final int MAX_DEPTH = 20;

    /** A rule has about 5 values, so this allows some thousand rules. */
    private static final int MAX_VALUES = 20_000;

    private static final String MERGE = "<<";

    private final YAMLParser parser;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;

    private YamlTree(YAMLParser parser) {
        this.parser = parser;
    }

    /**
     * The text's tree; null when there is nothing but comments in it.
     *
     * @throws UnreadableException when it is not YAML, more than one document, nested too deeply or too large
     */
    static @Nullable YamlNode parse(String text) throws UnreadableException {
        try (YAMLParser parser =
                (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), new StringReader(text))) {
            return new YamlTree(parser).document();
        } catch (RuntimeException e) {
            // Jackson's exceptions are unchecked, and faults in a parser must not reach the application either.
            throw SyntaxProblem.of(e, text);
        }
    }

    private @Nullable YamlNode document() throws UnreadableException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return null;
        }
        YamlNode root = node(first, 0);
        if (parser.nextToken() != null) {
            throw new UnreadableException(position(), "a second document starts here; a file has one");
        }
        return root;
    }

    private YamlNode node(@Nullable JsonToken token, int depth) throws UnreadableException {
        Position position = position();
        if (token == null) {
            throw new UnreadableException(position, "not valid YAML: it ends too early");
        }
        count(1, position);
        if (depth > MAX_DEPTH) {
            throw new UnreadableException(position, "nested more than " + MAX_DEPTH + " levels deep");
        }
        if (parser.isCurrentAlias()) {
            return alias(position);
        }
        String tag = parser.getTypeId();
        String anchor = parser.getObjectId();
        int before = values;
        YamlNode node =
                switch (token) {
                    case START_OBJECT -> mapping(position, depth);
                    case START_ARRAY -> sequence(position, depth);
                    default -> scalar(token, position);
                };
        if (tag != null) {
            node = new Unsupported(position, "tags are not used here; leave '!" + Quoted.text(tag) + "' out");
        }
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, values - before));
        }
        return node;
    }

    private Scalar scalar(JsonToken token, Position position) {
        Kind kind =
                switch (token) {
                    case VALUE_NULL -> Kind.NOTHING;
                    case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
                    default -> Kind.TEXT;
                };
        String text = parser.getString();
        return new Scalar(position, kind, text == null ? "" : text);
    }

    private Sequence sequence(Position position, int depth) throws UnreadableException {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Sequence(position, items);
    }

    private Mapping mapping(Position position, int depth) throws UnreadableException {
        Map<String, LocatedValue> entries = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<LocatedValue> merges = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Position keyPosition = position();
            String key = parser.currentName();
            LocatedValue entry = new LocatedValue(keyPosition, node(parser.nextToken(), depth + 1));
            if (key.equals(MERGE)) {
                merges.add(entry);
            } else {
                LocatedValue first = entries.putIfAbsent(key, entry);
                if (first != null) {
                    problems.add(new Problem(
                            keyPosition,
                            "duplicate key '" + Quoted.text(key) + "'; it is already in line "
                                    + first.position().line()));
                }
            }
        }
        for (int i = 0; i < merges.size(); i++) {
            merge(merges.get(i).value(), entries, problems);
        }
        return new Mapping(position, entries, problems);
    }

    /** Merges a map into another one, whose own entries come first wherever the merge stands. */
    private static void merge(YamlNode merged, Map<String, LocatedValue> entries, List<Problem> problems) {
        if (merged instanceof Mapping map) {
            for (Map.Entry<String, LocatedValue> entry : map.entries().entrySet()) {
                entries.putIfAbsent(entry.getKey(), entry.getValue());
            }
        } else if (merged instanceof Sequence list) {
            for (YamlNode item : list.items()) {
                if (item instanceof Mapping) {
                    merge(item, entries, problems);
                } else {
                    problems.add(new Problem(item.position(), "only a map can be merged with '<<'"));
                }
            }
        } else if (merged instanceof Unsupported unsupported) {
            problems.add(new Problem(unsupported.position(), unsupported.message()));
        } else {
            problems.add(new Problem(merged.position(), "only a map can be merged with '<<'"));
        }
    }

    private YamlNode alias(Position position) throws UnreadableException {
        String name = parser.getString();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            return new Unsupported(
                    position,
                    "alias '*" + Quoted.text(name)
                            + "' has no anchor before it; only maps and lists can have one here");
        }
        count(anchored.values(), position);
        return anchored.node();
    }

    private void count(int more, Position position) throws UnreadableException {
        values += more;
        if (values > MAX_VALUES) {
            throw new UnreadableException(
                    position, "more than " + MAX_VALUES + " values, counting aliases as often as they are used");
        }
    }

    private Position position() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /**
     * A node that aliases may stand for.
     *
     * @param values how many are in it, the node itself not counted
     */
    private record Anchored(YamlNode node, int values) {}
}
