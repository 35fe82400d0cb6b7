package dev.perfagent.monitor;

import dev.perfagent.machine.OwnerOnly;
import dev.perfagent.run.IsoTime;
import dev.perfagent.run.JsonWriter;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes who watches. In place and always as long, so that it can still say why it ended when the disk is full. */
final class MonitorState {
    private static final int BYTES = 2048;

    private final File file;
    private final MonitorOrder order;
    private final long pid;
    private final @Nullable Long startTicks;
    private final long startedMillis;

    MonitorState(MonitorFolder folder, MonitorOrder order, long pid, @Nullable Long startTicks, long startedMillis) {
        this.file = folder.state();
        this.order = order;
        this.pid = pid;
        this.startTicks = startTicks;
        this.startedMillis = startedMillis;
    }

    /** @param end why it ended; null while it runs */
    void write(long samples, long nowMillis, @Nullable String end) throws IOException {
        JsonWriter json = new JsonWriter();
        json.open('{').name("pid").whole(pid);
        json.name("start_ticks").whole(startTicks);
        json.name("session").text(order.session());
        json.name("started").text(IsoTime.utc(startedMillis));
        json.name("interval_ms").whole(order.intervalMillis());
        json.name("duration_ms").whole(order.durationMillis() == 0 ? null : (Long) order.durationMillis());
        json.name("memory_limit_mb").decimal(order.limits().memoryMb());
        json.name("disk_limit_mb").decimal(order.limits().diskMb());
        json.name("cpu_limit_percent").decimal(order.limits().cpuPercent());
        json.name("samples").whole(samples);
        json.name("ended").text(end == null ? null : IsoTime.utc(nowMillis));
        json.name("end").text(end);
        byte[] text = json.close('}').toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[BYTES];
        Arrays.fill(all, (byte) ' ');
        System.arraycopy(text, 0, all, 0, Math.min(text.length, BYTES - 1));
        all[BYTES - 1] = '\n';
        OwnerOnly.createFile(file);
        try (RandomAccessFile open = new RandomAccessFile(file, "rw")) {
            open.write(all);
            open.setLength(BYTES);
        }
    }
}
