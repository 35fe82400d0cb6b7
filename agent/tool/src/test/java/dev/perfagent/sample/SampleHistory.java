package dev.perfagent.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A small history for reports. */
public final class SampleHistory {
    private static final Instant NOON = Instant.parse("2026-11-19T12:00:00Z");

    private SampleHistory() {}

    /**
     * Twelve runs of {@code batch}, one a half hour, each 100 ms slower than the one before, from 2,000 to 3,100 ms; one of
     * {@code status}; and a failed, a killed, a cold, a profiled run and a line that was cut off.
     */
    public static void fill(Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < 12; i++) {
            String id = (i < 10 ? "0193ab12000" : "0193ab1200") + i + "-a";
            String start = NOON.plusSeconds(1800L * i).toString();
            sample.add(SampleRun.full(id, start).took(2000 + 100 * i));
        }
        sample.add(
                SampleRun.plain("0193ab130000-b", "2026-11-19T20:00:00Z")
                        .command("status")
                        .took(240),
                SampleRun.plain("0193ab130001-b", "2026-11-19T20:01:00Z")
                        .outcome("error", 2)
                        .failed("java.io.IOException", "gone"),
                SampleRun.plain("0193ab130002-b", "2026-11-19T20:02:00Z").outcome("killed", null),
                SampleRun.plain("0193ab130003-b", "2026-11-19T20:03:00Z").cold(),
                SampleRun.plain("0193ab130004-b", "2026-11-19T20:04:00Z").label("profiled", "true"));
        sample.addLine("2026-11-19", "build-7", "{\"schema\":1,\"execution_id\":\"cut o");
    }

    /** A folder of configuration that has a budget for {@code batch}. */
    public static Path config(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("config"));
        Files.writeString(folder.resolve("benchmarks.yml"), """
                benchmarks:
                  commands:
                    batch: { target_ms: 2040, baseline_ms: 2500, max_acceptable_ms: 3000 }
                """);
        return folder;
    }
}
