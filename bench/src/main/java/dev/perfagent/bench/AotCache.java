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
     * Makes the cache anew.
     *
     * @return the JVM's options that use it
     */
    static List<String> options(Jdk jdk, Program program, Places places) {
        Path file = places.target("programs").resolve(program.name() + "-" + jdk.feature() + ".aot");
        List<String> command = new ArrayList<>(List.of(jdk.java().toString(), MODULE, "-XX:AOTCacheOutput=" + file));
        command.addAll(program.words());
        Path output = places.target("programs").resolve("aot.txt");
        try {
            Files.deleteIfExists(file);
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (code != 0 || !Files.exists(file)) {
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
}
