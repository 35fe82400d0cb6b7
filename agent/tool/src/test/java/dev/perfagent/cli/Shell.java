package dev.perfagent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a line of shell did in which {@code $TOOL} starts the tool in a JVM of its own. */
record Shell(String out, String err) {
    static Shell run(Path home, String line) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("TOOL", java + " " + ToolMain.class.getName());
        builder.environment().put("PERF_AGENT_HOME", home.toString());
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the tool does not end");
        }
        return new Shell(Files.readString(out), Files.readString(err));
    }
}
