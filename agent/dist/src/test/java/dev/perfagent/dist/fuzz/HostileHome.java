package dev.perfagent.dist.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A home with runs and files that no perf-agent would have written, among good ones. */
public final class HostileHome {
    private static final List<String> DAYS = List.of(
            "date=+999999999-12-31",
            "date=-0001-01-01",
            "date=2026-02-30",
            "date=",
            "date=0000-00-00",
            "date=1999-12-31",
            "date=9999-12-31",
            "nonsense",
            "date=2026-11-2x");

    private final Chance chance;
    private final Path folder;

    private HostileHome(Chance chance, Path folder) {
        this.chance = chance;
        this.folder = folder;
    }

    public static void write(Chance chance, Path folder) throws IOException {
        new HostileHome(chance, folder).write();
    }

    private void write() throws IOException {
        int days = 1 + chance.below(4);
        for (int day = 0; day < days; day++) {
            String date = "date=" + LocalDate.now(ZoneOffset.UTC).minusDays(chance.below(9));
            history(
                    (chance.oneIn(5) ? chance.of(DAYS) : date) + "/" + chance.of(List.of("vm", "build-7", "host")),
                    day);
        }
        for (int marker = chance.below(4); marker > 0; marker--) {
            file("running/" + marker + "-" + chance.below(1_000_000) + ".json", damaged(marker()));
        }
        for (String place : List.of(
                "recent/ghpm/batch",
                "alerts/ghpm/batch",
                "matches/ghpm.json",
                "plans/x-1.plan",
                "baselines/main.json",
                "alerts.log",
                "agent.log",
                "pruned",
                "history/README",
                "running/nonsense")) {
            if (chance.oneIn(3)) {
                file(place, chance.oneIn(2) ? chance.bytes(2_000) : utf8(chance.text()));
            }
        }
        if (chance.oneIn(4)) {
            oddity(chance.of(List.of(
                    "history/date=2026-11-01/fifo.ndjson",
                    "running/1-1.json",
                    "alerts.log",
                    "recent",
                    "baselines",
                    "pruned",
                    "plans/a.plan",
                    "matches/ghpm.json")));
        }
    }

    private void history(String place, int number) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int left = 1 + chance.below(30); left > 0; left--) {
            lines.write(chance.oneIn(3) ? damaged(run()) : utf8(run()));
            lines.write(chance.oneIn(40) ? new byte[0] : chance.oneIn(20) ? utf8("\r\n\n") : utf8("\n"));
        }
        if (chance.oneIn(8)) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(lines.toByteArray());
            }
            byte[] bytes = packed.toByteArray();
            file(
                    "history/" + place + number + ".ndjson.gz",
                    chance.oneIn(2) ? bytes : java.util.Arrays.copyOf(bytes, chance.below(bytes.length)));
        } else {
            file("history/" + place + number + ".ndjson", lines.toByteArray());
        }
    }

    /** A file, link or folder where another kind is expected. */
    private void oddity(String place) throws IOException {
        Path path = folder.resolve(place);
        if (Files.exists(path)) {
            return;
        }
        Files.createDirectories(path.getParent());
        switch (chance.below(4)) {
            case 0 -> Files.createDirectory(path);
            case 1 -> Files.createSymbolicLink(path, folder.resolve("gone"));
            case 2 ->
                new ProcessBuilder("mkfifo", path.toString()).start().onExit().join();
            default -> Files.createFile(path);
        }
    }

    private byte[] damaged(String json) {
        String text = json;
        for (int times = 1 + chance.below(3); times > 0; times--) {
            text = damagedOnce(text);
        }
        byte[] bytes = utf8(text);
        if (chance.oneIn(4) && bytes.length > 0) {
            bytes[chance.below(bytes.length)] = (byte) chance.below(256);
        }
        return chance.oneIn(6) ? java.util.Arrays.copyOf(bytes, chance.below(bytes.length + 1)) : bytes;
    }

    /** Another value for one of its members. */
    private String damagedOnce(String json) {
        int colon = json.indexOf(':', chance.below(Math.max(1, json.length())));
        if (colon < 0) {
            return json;
        }
        int end = colon + 1;
        while (end < json.length() && ",}]".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        return json.substring(0, colon + 1) + chance.jsonValue() + json.substring(end);
    }

    private String run() {
        Instant start = Instant.now().minus(Duration.ofMinutes(chance.below(9 * 24 * 60)));
        double ms = 5 + chance.below(2_000);
        return "{\"schema\":1,\"execution_id\":\"" + Long.toHexString(start.toEpochMilli()) + "-"
                + Integer.toHexString(chance.below(1 << 30)) + "\",\"timestamp\":\"" + start + "\",\"end_timestamp\":\""
                + start.plusMillis((long) ms) + "\",\"application\":" + string(chance.name())
                + ",\"application_version\":"
                + string(chance.name()) + ",\"command\":" + string(chance.name()) + ",\"options\":["
                + string(chance.name())
                + "],\"outcome\":\"" + chance.of(List.of("success", "success", "success", "error", "killed"))
                + "\",\"exit_code\":" + chance.below(3) + ",\"error\":"
                + (chance.oneIn(3)
                        ? "{\"type\":" + string("com.example.Boom") + ",\"message\":" + string(chance.text()) + "}"
                        : "null")
                + ",\"duration\":{\"total_ms\":" + ms + ",\"process_ms\":" + (ms + 100)
                + ",\"jvm_startup_ms\":60,\"phases\":{"
                + string(chance.name()) + ":{\"ms\":" + ms / 2 + ",\"self_ms\":" + ms / 2
                + ",\"count\":1,\"heap_delta_bytes\":"
                + chance.below(1 << 30) + ",\"allocated_bytes\":9000,\"cpu_ms\":3.0,\"parallelism\":1.0}}},"
                + "\"resource_usage\":{\"heap_delta_bytes\":1000,\"peak_memory_mb\":78.0,\"average_memory_mb\":45.0,"
                + "\"peak_rss_mb\":120.0,\"allocated_bytes\":0,\"cpu_time_ms\":" + ms
                + ",\"gc_count\":2,\"gc_ms\":12.0,"
                + "\"io_operations\":245,\"classes_loaded\":2100,\"threads_peak\":9},"
                + "\"github_api\":{\"requests_made\":15,\"rate_limit_consumed\":12,\"rate_limit_remaining\":4975,"
                + "\"rate_limit_limit\":5000,\"rate_limit_reset\":\"" + start.plusSeconds(900) + "\",\"resources\":{},"
                + "\"operations\":[{\"name\":" + string(chance.name())
                + ",\"count\":3,\"requests\":12,\"ms\":34.0,\"max_ms\":20.0}],"
                + "\"endpoints\":[{\"endpoint\":" + string("GET /" + chance.name())
                + ",\"count\":5,\"ms\":20.0,\"max_ms\":8.0,"
                + "\"status\":{\"200\":4,\"304\":1},\"bytes\":12345}]},\"http\":[{\"host\":" + string(chance.name())
                + ",\"requests\":15,\"ms\":70.0,\"errors\":0,\"bytes\":5000}],\"caches\":[{\"name\":"
                + string(chance.name())
                + ",\"kind\":\"caffeine\",\"hits\":8,\"misses\":7,\"hit_rate\":0.533,\"evictions\":0,\"loads\":7,"
                + "\"load_ms\":12.0,\"size\":7}],\"processes\":[{\"program\":" + string(chance.name())
                + ",\"count\":3,\"ms\":45.0,\"failures\":0}],"
                + "\"context\":{" + string(chance.name()) + ":" + string(chance.name()) + "},\"environment\":{\"host\":"
                + string(chance.name())
                + ",\"user\":\"me\",\"os\":\"Linux\",\"arch\":\"amd64\",\"cpu\":\"x\",\"cores\":2,"
                + "\"memory_mb\":16384,\"jdk\":\"17.0.15\",\"jvm_flags\":\"h\",\"ci\":null,\"pid\":4711,\"traceparent\":null,"
                + "\"fingerprint\":\""
                + chance.of(List.of("f1", "f1", "f2")) + "\"},\"self\":{\"agent_version\":\"0.1.0\",\"plan\":\""
                + chance.of(List.of("warm", "warm", "cold")) + "\",\"premain_ms\":6.1,\"weave_ms\":0.0,\"exit_ms\":2.0,"
                + "\"hook_calls\":240},\"alerts\":[" + (chance.oneIn(3) ? alert() : "") + "]}";
    }

    private String alert() {
        return "{\"type\":\"performance_degradation\",\"severity\":\"warning\",\"subject\":" + string(chance.name())
                + ",\"current\":3200.0,\"threshold\":2000.0,\"baseline\":1800.0,\"unit\":\"ms\",\"tip\":"
                + string(chance.text())
                + "}";
    }

    private String marker() {
        String run = run();
        return run.substring(0, run.length() - 1) + ",\"pid\":" + (1 + chance.below(1 << 22)) + ",\"process_start\":"
                + chance.below(1 << 30) + "}";
    }

    /** As a careless writer would: lone surrogates escaped, control characters too, nothing else. */
    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private void file(String place, byte[] bytes) throws IOException {
        Path file = folder.resolve(place);
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
