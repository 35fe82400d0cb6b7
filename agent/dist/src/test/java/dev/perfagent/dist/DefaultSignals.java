package dev.perfagent.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts programs with signals as a terminal starts them. A build that runs in the background of a shell script, or below {@code
 * nohup}, ignores SIGINT or SIGHUP, and what it starts ignores them too: the JVM leaves an ignored signal as it is.
 */
final class DefaultSignals {
    private static final List<String> RESET = List.of("env", "--default-signal=HUP,INT,TERM");

    /** Empty where {@code env} cannot do it: it is GNU's from coreutils 8.31 on that can. */
    private static final List<String> WRAPPER = works() ? RESET : List.of();

    private DefaultSignals() {}

    /** What to put before a command, which keeps its process id. */
    static List<String> wrapper() {
        return WRAPPER;
    }

    /** Whether that process ignores that signal; false where there is no {@code /proc} to ask. */
    static boolean isIgnored(long process, String signal) throws IOException {
        Path status = Path.of("/proc/" + process + "/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).trim())
                .findFirst()
                .orElse("0");
        return (Long.parseUnsignedLong(mask, 16) >>> (number(signal) - 1) & 1) == 1;
    }

    private static int number(String signal) {
        return switch (signal) {
            case "HUP" -> 1;
            case "INT" -> 2;
            case "KILL" -> 9;
            case "TERM" -> 15;
            default -> throw new IllegalArgumentException(signal);
        };
    }

    private static boolean works() {
        try {
            Process probe = new ProcessBuilder("env", RESET.get(1), "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(2, TimeUnit.MINUTES) && probe.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
