package dev.perfagent.cli.view.monitor;

import dev.perfagent.monitor.MonitorStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a monitor runs, for programs; all but the first two are null when there never was one. */
public record StatusJson(
        int schema,
        boolean running,
        @Nullable Long pid,
        @Nullable String session,
        @Nullable Instant started,
        @Nullable Long intervalMs,
        @Nullable Long durationMs,
        @Nullable Long samples,
        @Nullable Instant ended,
        @Nullable String end,
        @Nullable Double cpuShare,
        @Nullable Double memoryMb,
        @Nullable String files) {
    private static final int SCHEMA = 1;

    public static StatusJson none() {
        return new StatusJson(SCHEMA, false, null, null, null, null, null, null, null, null, null, null, null);
    }

    public static StatusJson of(MonitorStatus status, String files) {
        Duration duration = status.duration();
        return new StatusJson(
                SCHEMA,
                status.running(),
                status.pid(),
                status.session(),
                status.started(),
                status.interval().toMillis(),
                duration == null ? null : (Long) duration.toMillis(),
                status.samples(),
                status.ended(),
                status.end(),
                status.cpuShare(),
                status.memoryMb(),
                files);
    }
}
