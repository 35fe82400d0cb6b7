package dev.perfagent.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process on this machine, by its id.
 *
 * @param proc where Linux shows processes as files
 */
public record RunningProcess(long pid, Path proc) {
    private static final Path PROC = Path.of("/proc");

    /** A file that each JVM of HotSpot's kind has loaded. */
    private static final String JVM_LIBRARY = "libjvm.so";

    private static final String NO_ATTACH = "-XX:+DisableAttachMechanism";

    public RunningProcess(long pid) {
        this(pid, PROC);
    }

    /**
     * Why it cannot be attached to, as far as can be known without trying; null when nothing speaks against it.
     *
     * @param needed absolute paths, without links, of what it has to see as this process does
     */
    public @Nullable String problem(Path... needed) throws IOException {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (handle.isEmpty()) {
            return "there is no process " + pid + "; 'jps -l' lists the JVMs of this user";
        }
        if (pid == ProcessHandle.current().pid()) {
            return "process " + pid + " is perf-agent itself";
        }
        String owner = user(handle.get());
        String own = user(ProcessHandle.current());
        if (owner != null && own != null && !owner.equals(own)) {
            return "process " + pid + " belongs to user " + owner
                    + ", and a JVM lets only its own user attach; run this as " + owner;
        }
        if (!mayBeJvm()) {
            return "process " + pid + " is not a JVM; 'jps -l' lists those that are";
        }
        if (Stream.of(handle.get().info().arguments().orElse(new String[0])).anyMatch(NO_ATTACH::equals)) {
            return "process " + pid + " was started with " + NO_ATTACH + ", so nothing can attach to it";
        }
        for (Path path : needed) {
            if (seesAnother(path)) {
                return "process " + pid + " sees another " + path
                        + " than this one, because it is in a container or has files of "
                        + "its own; run perf-agent where it runs, as by 'docker exec' or 'nsenter -m -t " + pid + "'";
            }
        }
        return null;
    }

    /** The name of the user that a process belongs to, or the number where the user has none; null when not known. */
    private @Nullable String user(ProcessHandle process) throws IOException {
        Optional<String> name = process.info().user();
        Path folder = proc.resolve(Long.toString(process.pid()));
        return name.isPresent()
                ? name.get()
                : Files.isDirectory(folder) ? Files.getOwner(folder).getName() : null;
    }

    /** The JDK would signal such a process for as long as it waits for an answer, and each time it would print its threads. */
    private boolean seesAnother(Path path) throws IOException {
        Path root = proc.resolve(Long.toString(pid)).resolve("root");
        if (!Files.isReadable(root)) {
            return false;
        }
        Path there = root.resolve(path.getRoot().relativize(path));
        return !Files.exists(there) || !Files.isSameFile(path, there);
    }

    /** A process that is no JVM would be ended by the signal with which one asks to attach. */
    private boolean mayBeJvm() {
        Path maps = proc.resolve(Long.toString(pid)).resolve("maps");
        if (!Files.isReadable(maps)) {
            return true;
        }
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.anyMatch(line -> line.endsWith(JVM_LIBRARY));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return true;
        }
    }

    /** Waits for its end, or for that time; whether it has ended. */
    public boolean hasEndedAfter(long millis) throws InterruptedException {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isEmpty()) {
            return true;
        }
        try {
            handle.get().onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (java.util.concurrent.ExecutionException unknown) {
            return !handle.get().isAlive();
        }
    }
}
