package dev.perfagent.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JVM's cache of a program's loaded classes (JEP 483, 514), made in the way that {@code prepare --archive} makes it. */
final class AotCache {
    /** The first JDK that makes a cache in one step and uses it under an agent. */
    private static final int FIRST = 25;
    /** The flag of an agent adds this module, and a cache is only good for the modules it was made with. */
    private static final String MODULE = "--add-modules=java.instrument";

    private AotCache() {}

    /** Whether that JDK makes one of it: a class path with a folder of classes is refused. */
    static boolean isPossible(Jdk jdk, Program program) {
        String classPath = program.words().get(1);
        return jdk.feature() >= FIRST
                && Stream.of(classPath.split(File.pathSeparator)).map(Path::of).noneMatch(Files::isDirectory);
    }

    /**
     * Makes the cache anew, in a run after one that left a plan.
     *
     * @return the JVM's options that use it
     */
    static List<String> options(Jdk jdk, Program program, Places places) {
        Path file = places.target("programs").resolve(program.name() + "-" + jdk.feature() + ".aot");
        Path output = places.target("programs").resolve("aot.txt");
        String agent = "-javaagent:" + places.perfAgent() + "=home="
                + places.target("programs").resolve("aot-home-" + program.name() + "-" + jdk.feature());
        try {
            Files.deleteIfExists(file);
            int first = run(jdk, program, output, agent);
            int second = run(jdk, program, output, agent, MODULE, "-XX:AOTCacheOutput=" + file);
            if (first != 0 || second != 0 || !Files.exists(file)) {
                throw new IllegalStateException(
                        "no AOT cache of " + program.name() + "; the JVM says: " + Files.readString(output));
            }
            return List.of(MODULE, "-XX:AOTCache=" + file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Returns its exit code. */
    private static int run(Jdk jdk, Program program, Path output, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(List.of(options));
        command.addAll(program.words());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PERF_AGENT_TRAINING", "true"); // the agent's own classes, too
        return builder.start().waitFor();
    }
}
