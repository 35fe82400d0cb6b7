package dev.perfagent.history;

import dev.perfagent.run.Run;

/** The version of what is on disk. */
final class Schema {
    private Schema() {}

    static void check(Fields fields) throws NewerSchemaException {
        Long schema = fields.whole("schema");
        if (schema != null && schema > Run.SCHEMA) {
            throw new NewerSchemaException(schema);
        }
    }
}
