package dev.perfagent.config;

import dev.perfagent.config.Node.Mapping;
import dev.perfagent.config.Node.Odd;
import dev.perfagent.config.Node.Scalar;
import dev.perfagent.config.Node.Sequence;

/** How a message names a value that was not expected. */
final class Got {
    private Got() {}

    static String of(Node node) {
        if (node instanceof Scalar scalar) {
            return switch (scalar.kind()) {
                case NOTHING -> "nothing";
                case FLAG -> scalar.text();
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
        return node instanceof Odd odd ? odd.message() : "something else";
    }
}
