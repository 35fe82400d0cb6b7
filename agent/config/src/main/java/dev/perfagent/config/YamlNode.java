package dev.perfagent.config;

import java.util.List;
import java.util.Map;

/** A value in a YAML file, with its position. */
sealed interface YamlNode {
    /** The position at which the value starts. */
    Position position();

    /** A single value: its kind by YAML's JSON schema, and its text as written. */
    record Scalar(Position position, Kind kind, String text) implements YamlNode {}

    /** A list. */
    record Sequence(Position position, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A map.
     *
     * @param entries in the file's order; of a key that is there twice, the first
     * @param problems keys that are there twice, and merges of values that are not maps
     */
    record Mapping(Position position, Map<String, LocatedValue> entries, List<Problem> problems) implements YamlNode {}

    /** YAML that is not supported in a configuration, such as a tag. */
    record Unsupported(Position position, String message) implements YamlNode {}

    /**
     * A value in a map.
     *
     * @param position the position of its key
     */
    record LocatedValue(Position position, YamlNode value) {}

    /** The kind of a single value. A quoted number is a text. */
    enum Kind {
        NOTHING,
        BOOLEAN,
        NUMBER,
        TEXT
    }
}
