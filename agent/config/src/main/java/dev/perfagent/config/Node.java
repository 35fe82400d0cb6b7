package dev.perfagent.config;

import java.util.List;
import java.util.Map;

/** A value of a YAML file, with its place. */
sealed interface Node {
    /** Where the value starts. */
    Place place();

    /** A single value: its kind as YAML's JSON schema has it, its text as written. */
    record Scalar(Place place, Kind kind, String text) implements Node {}

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A map.
     *
     * @param entries in the file's order; of a key that is there twice the first
     * @param faults keys that are there twice, and merges of what is no map
     */
    record Mapping(Place place, Map<String, Entry> entries, List<Fault> faults) implements Node {}

    /** YAML that a configuration has no use for, such as a tag. */
    record Odd(Place place, String message) implements Node {}

    /**
     * A key's place, and its value.
     *
     * @param place of the key
     */
    record Entry(Place place, Node value) {}

    /** The kinds of single values. A quoted number is a text. */
    enum Kind {
        NOTHING,
        FLAG,
        NUMBER,
        TEXT
    }
}
