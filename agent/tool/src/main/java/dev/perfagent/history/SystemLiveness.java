package dev.perfagent.history;

import dev.perfagent.machine.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the operating system: {@code /proc} on Linux, where a process can be told from a later one of its number. */
public final class SystemLiveness implements Liveness {
    /** Clocks of the process table and of the marker differ by rounding; on macOS to the second. */
    private static final long CLOCK_SLACK_SECONDS = 2;

    /** Position of {@code starttime} (field 22) behind the program's name (field 2), which may hold anything. */
    private static final int START_TICKS_AFTER_NAME = 19;

    private final Path proc;

    /** @param proc where the process file system is, if there is one */
    public SystemLiveness(Path proc) {
        this.proc = proc;
    }

    @Override
    public boolean isAlive(long pid, @Nullable Long startTicks, Instant startedBefore) {
        if (!Files.exists(proc.resolve("self"))) {
            return isAliveByHandle(pid, startedBefore);
        }
        String stat = read(proc.resolve(Long.toString(pid)).resolve("stat"));
        if (stat == null) {
            return false;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        boolean gone = fields[0].equals("Z") || fields[0].equals("X");
        if (gone || startTicks == null || fields.length <= START_TICKS_AFTER_NAME) {
            return !gone && isAliveByHandle(pid, startedBefore);
        }
        return fields[START_TICKS_AFTER_NAME].equals(Long.toString(startTicks));
    }

    @Override
    public @Nullable String host() {
        return Machine.hostName();
    }

    private static boolean isAliveByHandle(long pid, Instant startedBefore) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (handle.isEmpty()) {
            return false;
        }
        Instant latest = startedBefore.plusSeconds(CLOCK_SLACK_SECONDS);
        return handle.get()
                .info()
                .startInstant()
                .map(start -> !start.isAfter(latest))
                .orElse(true);
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return null;
        }
    }
}
