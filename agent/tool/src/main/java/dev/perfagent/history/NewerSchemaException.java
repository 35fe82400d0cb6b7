package dev.perfagent.history;

import java.io.Serial;

/** A record of a later perf-agent, whose meaning this one cannot know. */
final class NewerSchemaException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    NewerSchemaException(long schema) {
        super("schema " + schema);
    }
}
