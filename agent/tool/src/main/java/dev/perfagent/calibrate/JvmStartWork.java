package dev.perfagent.calibrate;

import java.io.IOException;
import java.nio.file.Path;

/** Starts the JVM that we run in, without any of the options that variables would add. */
final class JvmStartWork implements Work {
    private static final double NANOS_A_MS = 1e6;
    private static final int STARTS = 2;

    private final ProcessBuilder builder;

    JvmStartWork() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        builder = withoutOptions(new ProcessBuilder(java, "-version"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** Without the variables by which a JVM gets more of them. */
    static ProcessBuilder withoutOptions(ProcessBuilder builder) {
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("_JAVA_OPTIONS");
        return builder;
    }

    @Override
    public SystemMeasure measure() {
        return SystemMeasure.JVM_START;
    }

    @Override
    public double round() throws IOException, InterruptedException {
        return Pieces.nanos(STARTS, this::start) / NANOS_A_MS;
    }

    private void start() throws IOException, InterruptedException {
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException("java -version ended with exit code " + code);
        }
    }
}
