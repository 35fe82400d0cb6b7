package dev.perfagent.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which classes a JVM loaded, as it logs them itself. */
final class ClassLog {
    private ClassLog() {}

    /** The option for that log. */
    static String to(Path file) {
        return "-Xlog:class+load:file=" + file;
    }

    /** Names as the log has them: {@code [0.012s][info][class,load] java.lang.Object source: …}. */
    static List<String> loaded(Path log) throws IOException {
        return loadedBefore(Double.MAX_VALUE, log);
    }

    /** Those loaded in the first seconds after the JVM's start. */
    static List<String> loadedBefore(double seconds, Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: ") && at(line) < seconds)
                .map(line -> line.substring(line.lastIndexOf("] ") + 2, line.indexOf(" source: ")))
                .map(name -> name.replaceFirst("/0x.*", "")) // a hidden class's address
                .toList();
    }

    /** Seconds since the JVM's start. */
    static double at(String line) {
        return Double.parseDouble(line.substring(1, line.indexOf('s')));
    }
}
