package dev.perfagent.config;

import dev.perfagent.config.YamlNode.Mapping;
import dev.perfagent.config.YamlNode.Scalar;
import dev.perfagent.config.YamlNode.Sequence;
import dev.perfagent.config.YamlNode.Unsupported;

/** The description of an unexpected value in a message. */
final class ValueDescription {
    private ValueDescription() {}

    static String of(YamlNode node) {
        if (node instanceof Scalar scalar) {
            return switch (scalar.kind()) {
                case NOTHING -> "nothing";
                case BOOLEAN -> scalar.text();
                case NUMBER -> "number " + Quoted.text(scalar.text());
                case TEXT -> scalar.text().isEmpty() ? "empty text" : "text '" + Quoted.text(scalar.text()) + "'";
            };
        }
        if (node instanceof Sequence) {
            return "a list";
        }
        if (node instanceof Mapping) {
            return "a map";
        }
        return node instanceof Unsupported unsupported ? unsupported.message() : "something else";
    }
}
