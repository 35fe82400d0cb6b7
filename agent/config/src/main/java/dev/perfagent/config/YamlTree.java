package dev.perfagent.config;

import dev.perfagent.config.Node.Entry;
import dev.perfagent.config.Node.Kind;
import dev.perfagent.config.Node.Mapping;
import dev.perfagent.config.Node.Odd;
import dev.perfagent.config.Node.Scalar;
import dev.perfagent.config.Node.Sequence;
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
 * YAML text as a tree of located nodes; the one class that knows which parser is used.
 *
 * <p>Jackson's tokens instead of its data binding, which alone costs a cold JVM 150 ms and keeps no places. Tags are not
 * looked at, so no text can name a class. An alias is the node it stands for, not a copy of it, and counts as often as
 * it is used, so that neither memory nor a walk over the tree can be made to explode.
 */
final class YamlTree {
    /** The formats need 7. */
    private static final int MAX_DEPTH = 20;

    /** A rule has about 5, so these are some thousand rules. */
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
    static @Nullable Node parse(String text) throws UnreadableException {
        try (YAMLParser parser =
                (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), new StringReader(text))) {
            return new YamlTree(parser).document();
        } catch (RuntimeException e) {
            // Jackson's exceptions are unchecked, and a parser's own slips must not reach the application either.
            throw SyntaxFault.of(e, text);
        }
    }

    private @Nullable Node document() throws UnreadableException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return null;
        }
        Node root = node(first, 0);
        if (parser.nextToken() != null) {
            throw new UnreadableException(place(), "a second document starts here; a file has one");
        }
        return root;
    }

    private Node node(@Nullable JsonToken token, int depth) throws UnreadableException {
        Place place = place();
        if (token == null) {
            throw new UnreadableException(place, "not valid YAML: it ends too early");
        }
        count(1, place);
        if (depth > MAX_DEPTH) {
            throw new UnreadableException(place, "nested more than " + MAX_DEPTH + " levels deep");
        }
        if (parser.isCurrentAlias()) {
            return alias(place);
        }
        String tag = parser.getTypeId();
        String anchor = parser.getObjectId();
        int before = values;
        Node node =
                switch (token) {
                    case START_OBJECT -> mapping(place, depth);
                    case START_ARRAY -> sequence(place, depth);
                    default -> scalar(token, place);
                };
        if (tag != null) {
            node = new Odd(place, "tags are not used here; leave '!" + Quoted.text(tag) + "' out");
        }
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, values - before));
        }
        return node;
    }

    private Scalar scalar(JsonToken token, Place place) {
        Kind kind =
                switch (token) {
                    case VALUE_NULL -> Kind.NOTHING;
                    case VALUE_TRUE, VALUE_FALSE -> Kind.FLAG;
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
                    default -> Kind.TEXT;
                };
        String text = parser.getString();
        return new Scalar(place, kind, text == null ? "" : text);
    }

    private Sequence sequence(Place place, int depth) throws UnreadableException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Sequence(place, items);
    }

    private Mapping mapping(Place place, int depth) throws UnreadableException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        List<Entry> merges = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Place keyPlace = place();
            String key = parser.currentName();
            Entry entry = new Entry(keyPlace, node(parser.nextToken(), depth + 1));
            if (key.equals(MERGE)) {
                merges.add(entry);
            } else {
                Entry first = entries.putIfAbsent(key, entry);
                if (first != null) {
                    faults.add(new Fault(
                            keyPlace,
                            "duplicate key '" + Quoted.text(key) + "'; it is already in line "
                                    + first.place().line()));
                }
            }
        }
        for (int i = 0; i < merges.size(); i++) {
            merge(merges.get(i).value(), entries, faults);
        }
        return new Mapping(place, entries, faults);
    }

    /** What a map says itself goes before what it merges, wherever the merge stands. */
    private static void merge(Node merged, Map<String, Entry> entries, List<Fault> faults) {
        if (merged instanceof Mapping map) {
            for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
                entries.putIfAbsent(entry.getKey(), entry.getValue());
            }
        } else if (merged instanceof Sequence list) {
            for (Node item : list.items()) {
                if (item instanceof Mapping) {
                    merge(item, entries, faults);
                } else {
                    faults.add(new Fault(item.place(), "only a map can be merged with '<<'"));
                }
            }
        } else if (merged instanceof Odd odd) {
            faults.add(new Fault(odd.place(), odd.message()));
        } else {
            faults.add(new Fault(merged.place(), "only a map can be merged with '<<'"));
        }
    }

    private Node alias(Place place) throws UnreadableException {
        String name = parser.getString();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            return new Odd(
                    place,
                    "alias '*" + Quoted.text(name)
                            + "' has no anchor before it; only maps and lists can have one here");
        }
        count(anchored.values(), place);
        return anchored.node();
    }

    private void count(int more, Place place) throws UnreadableException {
        values += more;
        if (values > MAX_VALUES) {
            throw new UnreadableException(
                    place, "more than " + MAX_VALUES + " values, counting aliases as often as they are used");
        }
    }

    private Place place() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /**
     * A node that aliases may stand for.
     *
     * @param values how many are in it, the node itself not counted
     */
    private record Anchored(Node node, int values) {}
}
