package dev.perfagent.monitor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts and stops the process that watches. */
public final class MonitorControl {
    /** A small heap and the simplest compiler and collector: it does little, and has to be small (decisions 142, 165). */
    private static final List<String> FLAGS = List.of(
            "-Xms2m",
            "-Xmn1m",
            "-Xmx16m",
            "-Xss256k",
            "-Xshare:off", // the pages of the archive count too
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CICompilerCount=1",
            "-XX:CompileThresholdScaling=10", // to compile what runs once, at an alert, takes 6 MB
            "-XX:ReservedCodeCacheSize=8m",
            "-XX:-UsePerfData",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:TrimNativeHeapInterval=2000");

    /** What the system's shell makes of it: hang-up and Ctrl-C of a terminal are ignored by the program too. */
    private static final String DEAF = "trap '' HUP INT QUIT; exec \"$@\"";

    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
    private static final long PATIENCE_MILLIS = 20_000;
    private static final long LOOK_MILLIS = 20;

    private final MonitorFolder folder;

    public MonitorControl(MonitorFolder folder) {
        this.folder = folder;
    }

    /**
     * Starts it, and waits until it watches. It is no child of the terminal: a session of its own where the system has
     * setsid, and deaf to hang-up.
     *
     * @param jar ours
     * @throws IOException when it cannot be started, or does not watch in time
     */
    public MonitorStatus start(Path jar, MonitorOrder order) throws IOException, InterruptedException {
        folder.create();
        ProcessBuilder builder = new ProcessBuilder(words(jar, order));
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.remove("JDK_JAVA_OPTIONS");
        environment.remove("_JAVA_OPTIONS");
        environment.put("MALLOC_ARENA_MAX", "1");
        File log = folder.log();
        builder.directory(folder.home())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(log)
                .redirectErrorStream(true);
        Process process = builder.start();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (System.nanoTime() < until) {
            MonitorStatus status = MonitorStatus.read(folder);
            if (status != null && status.session().equals(order.session())) {
                return status;
            }
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("the monitor ended at once: "
                        + Files.readString(log.toPath()).strip());
            }
        }
        throw new IOException("the monitor did not begin within " + PATIENCE_MILLIS / 1000 + " s; see " + log);
    }

    private static List<String> words(Path jar, MonitorOrder order) {
        List<String> words = new ArrayList<>();
        for (Path setsid : SETSID) {
            if (words.isEmpty() && Files.isExecutable(setsid)) {
                words.add(setsid.toString());
            }
        }
        if (File.separatorChar == '/') {
            words.addAll(List.of("/bin/sh", "-c", DEAF, "perf-agent"));
        }
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.add("-jar");
        words.add(jar.toAbsolutePath().toString());
        words.addAll(order.arguments());
        return words;
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }

    /**
     * Asks it to end, and waits for that.
     *
     * @return how it ended; null when none runs
     * @throws IOException when it does not end
     */
    public @Nullable MonitorStatus stop() throws IOException, InterruptedException {
        MonitorStatus status = MonitorStatus.read(folder);
        if (status == null || !status.running()) {
            return null;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(status.pid());
        if (folder.isLocked()) { // asked again: while it is held, the number is that of the monitor
            process.ifPresent(ProcessHandle::destroy);
        }
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (folder.isLocked()) {
            if (System.nanoTime() > until) {
                throw new IOException("the monitor, process " + status.pid() + ", does not end");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return MonitorStatus.read(folder);
    }
}
