package dev.perfagent.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** A history for the dashboard: a command that became slower with a version, one that did not, and some with hostile names. */
final class DashboardRuns {
    static final int BATCH_RUNS = 120;
    /** With the profiled run. */
    static final int ALL_BATCH_RUNS = BATCH_RUNS + 1;

    /** What a page must show as text. */
    static final List<String> HOSTILE = List.of(
            "</script><script>window.harm=1</script>",
            "<img src=x onerror=window.harm=1>",
            "\"'`${window.harm=1}",
            "\u202eevil",
            "y".repeat(4000));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant FIRST = Instant.parse("2025-11-01T08:00:00Z");

    /** Of {@code batch} in version 2.1.0. */
    static final String PROFILE = "20251113T080000000Z";

    private final StringBuilder lines = new StringBuilder();
    private int made;

    private DashboardRuns() {}

    /** Writes them into that home. */
    static void write(Path home) throws IOException {
        DashboardRuns runs = new DashboardRuns();
        for (int i = 0; i < BATCH_RUNS; i++) {
            runs.add("batch", i, batchMs(i), i < BATCH_RUNS / 2 ? "2.0.0" : "2.1.0");
            runs.add("status", i, 240 + i % 5, "2.0.0");
        }
        for (String name : HOSTILE) {
            runs.add(name, 0, 50, name.length() > 100 ? "" : name);
        }
        Path day = Files.createDirectories(home.resolve("history/date=2025-11-01"));
        Files.writeString(day.resolve("build-7.ndjson"), runs.lines);
        writeProfile(home);
    }

    /** A profiled run, and its flame graphs. */
    private static void writeProfile(Path home) throws IOException {
        DashboardRuns runs = new DashboardRuns();
        runs.add("batch", BATCH_RUNS, 2600, "2.1.0");
        String line = runs.lines
                .toString()
                .replace("\"r00000\"", "\"profiled\"")
                .replace("\"context\":{", "\"context\":{\"profiled\":\"true\",\"profile\":\"" + PROFILE + "\",");
        Files.writeString(home.resolve("history/date=2025-11-01/profiler.ndjson"), line);
        Path profile = Files.createDirectories(home.resolve("profiles").resolve(PROFILE));
        for (String phase : List.of("fetching", "rendering")) {
            Files.writeString(
                    profile.resolve("flame-" + phase + ".html"), "<!DOCTYPE html><title>" + phase + "</title>");
        }
    }

    /** Adds a run of another command, as another host would. */
    static void writeOne(Path home, String command) throws IOException {
        DashboardRuns runs = new DashboardRuns();
        runs.add(command, 0, 70, "2.1.0");
        Path day = Files.createDirectories(home.resolve("history/date=2025-11-01"));
        Files.writeString(day.resolve(command + "-laptop.ndjson"), runs.lines);
    }

    /** Adds a run without a version and without labels. */
    static void writeBare(Path home, String command) throws IOException {
        DashboardRuns runs = new DashboardRuns();
        runs.add(command, 0, 70, "");
        Path day = Files.createDirectories(home.resolve("history/date=2025-11-01"));
        Files.writeString(
                day.resolve(command + ".ndjson"),
                runs.lines
                        .toString()
                        .replace("\"r00000\"", "\"bare\"")
                        .replaceFirst("\"context\":\\{[^}]*\\}", "\"context\":{}"));
    }

    /** How long that run of {@code batch} took. */
    static double batchMs(int run) {
        return (run < BATCH_RUNS / 2 ? 1000 : 1600) + run * 7 % 40;
    }

    /** A run every three hours, with four days of rest in the middle. */
    private void add(String command, int run, double ms, String version) {
        Instant start = FIRST.plus(Duration.ofHours(3L * run + (run < BATCH_RUNS / 2 ? 0 : 96)));
        double fetching = ms - 500;
        String host = run % 4 == 3 ? "laptop" : "build-7";
        lines.append(String.format(
                Locale.ROOT,
                """
                {"schema":1,"execution_id":"r%05d","timestamp":"%s","application":"ghpm","application_version":%s,\
                "command":%s,"outcome":"success","exit_code":0,"duration":{"total_ms":%.3f,"process_ms":%.3f,\
                "jvm_startup_ms":90.0,"phases":{"fetching":{"ms":%.3f,"self_ms":%.3f,"count":1},\
                "rendering":{"ms":200.0,"self_ms":200.0,"count":1}}},\
                "resource_usage":{"peak_memory_mb":%d.5,"cpu_time_ms":300.0,"cpu_wait_ms":20.0,"gc_ms":8.0},\
                "github_api":{"requests_made":%d,"conditional_hits":0,"errors":0,\
                "resources":{"core":{"limit":5000,"remaining":%d,"used":3,"consumed":3}},"operations":[],"endpoints":[]},\
                "context":{"branch":"%s"},"environment":{"host":"%s","fingerprint":"%s"},"self":{"plan":"warm"}}
                """,
                made++,
                start,
                JSON.writeValueAsString(version),
                JSON.writeValueAsString(command),
                ms,
                ms + 120,
                Math.max(1, fetching),
                Math.max(1, fetching),
                60 + run % 7,
                3 + run % 2,
                5000 - run,
                run % 2 == 0 ? "main" : "dev",
                host,
                host.equals("laptop") ? "90" : "d4"));
    }
}
