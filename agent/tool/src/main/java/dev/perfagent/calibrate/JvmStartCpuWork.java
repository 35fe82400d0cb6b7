package dev.perfagent.calibrate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the JVM that we run in, and counts only the time on a CPU. On a busy machine a start waits for a CPU most of the time,
 * so that the time on the clock says nothing. Bash measures it, because Java knows the CPU time of ended processes only in steps
 * of 10 ms (decision 181).
 */
final class JvmStartCpuWork implements Work {
    private static final double MS_A_SECOND = 1e3;

    /** At once, which takes less time than one after the other where others want the CPUs, too. */
    private static final int STARTS = 3;

    private static final String SCRIPT = "TIMEFORMAT='%3U %3S'; for ((i = 0; i < " + STARTS
            + "; i++)); do time \"$0\" -version >/dev/null 2>&1 & done; wait";

    private static final Pattern USED = Pattern.compile("(?m)^(\\d+\\.\\d+) (\\d+\\.\\d+)$");

    private final ProcessBuilder builder;

    JvmStartCpuWork() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        builder = JvmStartWork.withoutOptions(new ProcessBuilder("bash", "-c", SCRIPT, java))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C"); // for a decimal point
    }

    @Override
    public SystemMeasure measure() {
        return SystemMeasure.JVM_START_CPU;
    }

    @Override
    public double share() {
        return 0.3;
    }

    @Override
    public double round() throws IOException, InterruptedException {
        Process bash = start();
        String text;
        try (var said = bash.getErrorStream()) {
            text = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        bash.waitFor();
        List<Double> times = new ArrayList<>();
        for (Matcher used = USED.matcher(text); used.find(); ) {
            times.add(MS_A_SECOND * (Double.parseDouble(used.group(1)) + Double.parseDouble(used.group(2))));
        }
        if (times.size() != STARTS) {
            throw new IOException("bash, which measures it, said: " + text);
        }
        return Pieces.fast(times);
    }

    private Process start() throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("it is measured by bash, which cannot be started", e);
        }
    }
}
