package dev.perfagent.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A history as the guides presuppose it: a command that became slower with a version some days ago. */
final class DocumentedRuns {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int RUNS = 60;
    private static final int FAILED = 5;

    /** Of the newest run. */
    private static final Duration AGO = Duration.ofMinutes(5);

    private DocumentedRuns() {}

    /** A run every three hours until now, each like one that was recorded of the sample tool. */
    static void write(Path home) throws IOException {
        String recorded;
        try (InputStream file = DocumentedRuns.class.getResourceAsStream("ghpm-batch.json")) {
            recorded = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        Instant now = Instant.now();
        for (int i = 0; i < RUNS; i++) {
            ObjectNode run = (ObjectNode) JSON.readTree(recorded);
            boolean old = i < RUNS / 2;
            double fetching = (old ? 800 : 1300) + i * 7 % 40;
            double total = fetching + 700;
            Instant start = now.minus(Duration.ofHours(3L * (RUNS - 1 - i))).minus(AGO);
            run.put("execution_id", "0193ab%06d".formatted(i))
                    .put("timestamp", start.toString())
                    .put("end_timestamp", start.plusMillis((long) total).toString())
                    .put("application_version", old ? "2.0.0" : "2.1.0")
                    .put("outcome", i == FAILED ? "error" : "success")
                    .put("exit_code", i == FAILED ? 1 : 0);
            ObjectNode duration = (ObjectNode) run.path("duration");
            duration.put("total_ms", total).put("process_ms", total + 330);
            ObjectNode phase = (ObjectNode) duration.path("phases").path("data_fetching");
            phase.put("ms", fetching).put("self_ms", fetching);
            Path day = Files.createDirectories(
                    home.resolve("history/date=" + start.toString().substring(0, 10)));
            Files.writeString(
                    day.resolve("build-7.ndjson"), run + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
