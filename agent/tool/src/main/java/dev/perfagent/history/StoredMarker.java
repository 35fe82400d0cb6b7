package dev.perfagent.history;

import dev.perfagent.run.IsoTime;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A start marker: what is known of a run while it goes on.
 *
 * @param startTicks null when not known
 * @param refreshed when it was last written
 * @param content all of it
 */
record StoredMarker(
        Path file,
        String id,
        Instant start,
        long pid,
        @Nullable Long startTicks,
        Instant refreshed,
        @Nullable String host,
        ObjectNode content) {
    private static final List<String> OWN_FIELDS = List.of("pid", "start_ticks", "refreshed");

    static StoredMarker read(Path file) throws IOException, NewerSchemaException {
        byte[] bytes = RegularFile.bytes(file);
        ObjectNode content = Fields.object(bytes, bytes.length);
        Fields fields = new Fields(content);
        Schema.check(fields);
        String id = fields.text("execution_id");
        Instant start = RecordTime.parse(fields.text("timestamp"));
        Long pid = fields.whole("pid");
        if (id == null || start == null || pid == null) {
            throw new MalformedJsonException("a start marker without execution_id, timestamp or pid");
        }
        Instant refreshed = RecordTime.parse(fields.text("refreshed"));
        return new StoredMarker(
                file,
                id,
                start,
                pid,
                fields.whole("start_ticks"),
                refreshed == null || refreshed.isBefore(start) ? start : refreshed,
                fields.object("environment").text("host"),
                content);
    }

    /** The line of history that the run becomes: its end and its duration are those of when it was last seen. */
    String killedRun() {
        ObjectNode run = content.deepCopy();
        run.remove(OWN_FIELDS);
        if (!run.has("schema")) {
            run.put("schema", Run.SCHEMA);
        }
        run.put("outcome", Outcome.KILLED.text());
        if (!run.hasNonNull("end_timestamp")) { // as an agent measures it that is not disturbed by the clock being set
            run.put("end_timestamp", IsoTime.utc(refreshed.toEpochMilli()));
        }
        run.putNull("exit_code");
        return Fields.MAPPER.writeValueAsString(run);
    }
}
