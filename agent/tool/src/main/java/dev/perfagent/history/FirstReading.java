package dev.perfagent.history;

import dev.perfagent.run.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A reading of one made-up run: it loads the classes that reading a history needs. */
public final class FirstReading {
    private static final String LINE = "{\"schema\":" + Run.SCHEMA
            + ",\"execution_id\":\"000000000000-000000000000\",\"timestamp\":\"2026-01-01T00:00:00.000Z\","
            + "\"end_timestamp\":\"2026-01-01T00:00:01.000Z\",\"application\":\"a\",\"application_version\":\"1\","
            + "\"command\":\"b\",\"options\":[\"-c\"],\"outcome\":\"success\",\"exit_code\":0,\"error\":null,"
            + "\"duration\":{\"total_ms\":1.5,\"process_ms\":1.5,\"phases\":{\"d\":{\"ms\":1.0,\"self_ms\":1.0,\"count\":1}}},"
            + "\"resource_usage\":{\"heap_delta_bytes\":1,\"peak_memory_mb\":1.5,\"pressure\":{\"cpu\":null}},"
            + "\"github_api\":{\"requests_made\":1,\"rate_limit_remaining\":1,\"resources\":{\"core\":{\"limit\":1}},"
            + "\"endpoints\":[{\"endpoint\":\"GET /\",\"count\":1,\"ms\":1.5,\"status\":{\"200\":1}}]},"
            + "\"http\":[{\"host\":\"e\",\"requests\":1,\"ms\":1.5}],"
            + "\"caches\":[{\"name\":\"f\",\"hits\":1,\"misses\":1,\"hit_rate\":0.5}],\"processes\":[],\"context\":{},"
            + "\"environment\":{\"host\":\"g\",\"fingerprint\":\"0\"},\"self\":{\"plan\":\"warm\",\"premain_ms\":1.5},"
            + "\"alerts\":[]}\n";

    private FirstReading() {}

    /**
     * Reads it.
     *
     * @throws IOException never
     */
    public static List<RawRun> read() throws IOException {
        byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
        RunFile file = new RunFile(Path.of(""), line.length, line);
        NewestRuns newest = new NewestRuns(1);
        new LineScan(RunSelection.ALL, LineFilter.ALL, new ReadTally())
                .read(file.whole(), new FinalRecords(true), (run, read) -> newest.take(RawRun.of(run, read)));
        return newest.newestFirst();
    }
}
