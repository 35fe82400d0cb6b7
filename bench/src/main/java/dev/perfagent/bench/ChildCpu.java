package dev.perfagent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * CPU time, user and system, of the processes this JVM has started and seen end, with what those had started: {@code cutime} and
 * {@code cstime} of {@code /proc/self/stat}. In steps of 10 ms; Linux keeps the sum in nanoseconds, so steps do not add up to an
 * error. Started one at a time, each one's is the difference. Not {@code Process.info()}: it knows nothing of an ended process.
 */
public final class ChildCpu {
    private static final Path STAT = Path.of("/proc/self/stat");
    /** The kernel's USER_HZ, which is 100 on every architecture Java runs on. */
    private static final double TICKS_A_SECOND = 100;

    private static final int CUTIME = 16;

    private ChildCpu() {}

    /** Seconds so far; empty where there is no {@code /proc}. */
    public static OptionalDouble seconds() {
        if (!Files.isReadable(STAT)) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(parse(Files.readString(STAT)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** From that line; the second field is the program's name in brackets, which may hold anything. */
    static double parse(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ", -1);
        int first = CUTIME - 3; // afterName begins with field 3
        return (Long.parseLong(afterName[first]) + Long.parseLong(afterName[first + 1])) / TICKS_A_SECOND;
    }
}
