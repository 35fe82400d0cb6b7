package dev.perfagent.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A run with the line it came from, so that fields which this version does not know are handed on.
 *
 * @param run what this version makes of it
 * @param json the line itself, with only whole characters
 */
public record RawRun(StoredRun run, String json) {
    static RawRun of(StoredRun run, LineReader line) {
        String json = new String(line.bytes(), line.offset(), line.length(), StandardCharsets.UTF_8).strip();
        return new RawRun(run, LoneSurrogates.replacedInJson(json));
    }

    /** Unique, sorts by start. */
    public String id() {
        return run.id();
    }

    /** When the command began. */
    public Instant start() {
        return run.start();
    }

    /** Everything that was recorded. */
    public Fields fields() {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            return Fields.parse(bytes, bytes.length);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }
}
