package dev.perfagent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts one program under one contestant after the other, and takes the time. Never two at once: CPU time is read by
 * differences.
 */
final class Launcher {
    private static final double NANOS_PER_MS = 1e6;
    private static final double MS_PER_SECOND = 1e3;
    /** Long enough for the slowest machine; a JVM that takes it is stuck. */
    private static final long MOST_SECONDS = 120;

    private final Jdk jdk;
    private final Program program;
    private final Path folder;
    private final PeakMemory memory;
    private final Map<String, Path> prepared = new HashMap<>();
    private int exitCode = Integer.MIN_VALUE;

    /**
     * For one program on one JDK.
     *
     * @param folder for homes and output; emptied first
     */
    Launcher(Jdk jdk, Program program, Path folder) {
        this.jdk = jdk;
        this.program = program;
        this.folder = folder;
        deleteTree(folder);
        createFolder(folder.resolve("work"));
        this.memory = PeakMemory.inFolder(folder);
    }

    /** Runs it once. */
    Sample run(Contestant contestant) {
        if (contestant.home() == Contestant.Home.EMPTY) {
            Path home = folder.resolve("empty");
            createFolder(home);
            Sample sample = run(contestant, home);
            deleteTree(home);
            return sample;
        }
        Path home = prepared.get(contestant.name());
        if (home == null) {
            home = folder.resolve("home" + prepared.size());
            createFolder(home);
            prepared.put(contestant.name(), home);
            run(contestant, home);
        }
        return run(contestant, home);
    }

    private Sample run(Contestant contestant, Path home) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(contestant.jvmArguments().apply(home));
        command.addAll(program.words());
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(memory.wrap(command))
                .directory(folder.resolve("work").toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        // Nothing of the machine's own settings may leak in.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PERF_AGENT_")
                        || name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("JDK_JAVA_OPTIONS"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            OptionalDouble cpuBefore = ChildCpu.seconds();
            long before = System.nanoTime();
            Process process = builder.start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException(contestant.name() + " did not end within " + MOST_SECONDS + " s");
            }
            double wallMs = (System.nanoTime() - before) / NANOS_PER_MS;
            check(contestant, process.exitValue(), out);
            OptionalDouble cpuAfter = ChildCpu.seconds();
            Double cpuMs = cpuBefore.isEmpty() || cpuAfter.isEmpty()
                    ? null
                    : Double.valueOf((cpuAfter.getAsDouble() - cpuBefore.getAsDouble()) * MS_PER_SECOND);
            return new Sample(wallMs, cpuMs, memory.megabytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** An agent under which a program fails, or ends otherwise than it does alone, would be timed for nothing. */
    private void check(Contestant contestant, int code, Path out) throws IOException {
        if (exitCode == Integer.MIN_VALUE) {
            exitCode = code;
        }
        if (code != exitCode) {
            throw new IllegalStateException(program.name() + " under " + contestant.name() + " exits with " + code
                    + ", before with " + exitCode + "; it said: " + Files.readString(out));
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
