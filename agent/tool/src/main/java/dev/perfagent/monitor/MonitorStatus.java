package dev.perfagent.monitor;

import dev.perfagent.history.FileProblem;
import dev.perfagent.machine.ProcessStat;
import dev.perfagent.machine.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The monitor that runs, or the one that ran last.
 *
 * @param duration null for until it is stopped
 * @param limits what its alerts go by
 * @param samples null while it runs
 * @param ended null while it runs, and when it was killed
 * @param end why it ended; null as above
 * @param cpuShare what it uses of one CPU, 0 to 1; null when it is not known, as in its first seconds, when most is its start's
 * @param memoryMb what it uses of the memory; null when it is not known
 */
public record MonitorStatus(
        boolean running,
        long pid,
        String session,
        Instant started,
        Duration interval,
        @Nullable Duration duration,
        MonitorOrder.Limits limits,
        @Nullable Long samples,
        @Nullable Instant ended,
        @Nullable String end,
        @Nullable Double cpuShare,
        @Nullable Double memoryMb) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The monitor writes its state in place, so it may be read half written, or empty at first. */
    private static final int MOST_READINGS = 20;

    private static final long PAUSE_NANOS = 25_000_000;
    private static final double KILOBYTES_A_MB = 1024;
    private static final double TICK_MS = 10;
    private static final double LEAST_AGE_MS = 10_000;
    private static final int UTIME = 14;
    private static final int STIME = 15;
    private static final int START = 22;

    /** Clocks of the process table and of the state differ by rounding; on macOS to the second. */
    private static final long CLOCK_SLACK_SECONDS = 2;

    /**
     * As it is now; null when there was none.
     *
     * @throws IOException when that cannot be read
     */
    public static @Nullable MonitorStatus read(MonitorFolder folder) throws IOException {
        Path file = folder.state().toPath();
        if (!Files.exists(file)) {
            return null;
        }
        for (int reading = 1; ; reading++) {
            try {
                boolean running = folder.isLocked();
                return of(MAPPER.readTree(Files.readAllBytes(file)), running);
            } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
                if (reading == MOST_READINGS) {
                    throw FileProblem.with(file, new IOException("it is damaged", e));
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static MonitorStatus of(JsonNode node, boolean locked) {
        long pid = node.path("pid").asLong();
        Instant started = Instant.parse(node.path("started").asString());
        String stat = SmallFile.text("/proc/" + pid + "/stat", 1024);
        boolean running = locked && node.path("end").isNull() && isSame(pid, node.path("start_ticks"), started, stat);
        Double cpuMs = running ? cpuMs(stat) : null;
        double age = Math.max(1, Duration.between(started, Instant.now()).toMillis());
        Long rss = running ? SmallFile.number(SmallFile.text("/proc/" + pid + "/status", 4096), "VmRSS:") : null;
        JsonNode duration = node.path("duration_ms");
        JsonNode ended = node.path("ended");
        return new MonitorStatus(
                running,
                pid,
                Objects.requireNonNull(node.path("session").asString()),
                started,
                Duration.ofMillis(node.path("interval_ms").asLong()),
                duration.isNumber() ? Duration.ofMillis(duration.asLong()) : null,
                new MonitorOrder.Limits(
                        number(node, "memory_limit_mb"),
                        number(node, "disk_limit_mb"),
                        number(node, "cpu_limit_percent")),
                running ? null : (Long) node.path("samples").asLong(),
                ended.isString() ? Instant.parse(ended.asString()) : null,
                node.path("end").isString() ? node.path("end").asString() : null,
                cpuMs == null || age < LEAST_AGE_MS ? null : (Double) (cpuMs / age),
                rss == null ? null : (Double) (rss / KILOBYTES_A_MB));
    }

    private static @Nullable Double number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? (Double) value.doubleValue() : null;
    }

    private static @Nullable Double cpuMs(@Nullable String stat) {
        Long user = ProcessStat.field(stat, UTIME);
        Long system = ProcessStat.field(stat, STIME);
        return user == null || system == null ? null : (Double) ((user + system) * TICK_MS);
    }

    /**
     * Whether the process of that number is the one that wrote the state: a monitor that was killed leaves its number, which
     * another process may have by now, while the next monitor already has the lock.
     */
    private static boolean isSame(long pid, JsonNode ticks, Instant started, @Nullable String stat) {
        Long now = ProcessStat.field(stat, START);
        if (now != null && ticks.isNumber()) {
            return now == ticks.asLong();
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(start -> !start.isAfter(started.plusSeconds(CLOCK_SLACK_SECONDS)))
                .orElse(false);
    }
}
