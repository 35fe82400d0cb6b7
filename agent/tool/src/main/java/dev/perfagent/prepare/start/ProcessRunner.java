package dev.perfagent.prepare.start;

import dev.perfagent.prepare.StartedProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts programs of this machine, one after the other. */
final class ProcessRunner implements ProgramRunner, AutoCloseable {
    private static final double NANOS_A_MS = 1e6;

    private final Path out;
    private final Path err;
    private final Path crash;

    ProcessRunner() throws IOException {
        out = Files.createTempFile("perf-agent", ".out");
        err = Files.createTempFile("perf-agent", ".err");
        crash = Files.createTempFile("perf-agent", ".crash");
        out.toFile().deleteOnExit(); // also when Ctrl-C ends us
        err.toFile().deleteOnExit();
        crash.toFile().deleteOnExit();
    }

    @Override
    public ProgramRun run(List<String> words, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = StartedProgram.builder(words, environment)
                .redirectOutput(Redirect.to(out.toFile()))
                .redirectError(Redirect.to(err.toFile()));
        long started = System.nanoTime();
        try (StartedProgram program = StartedProgram.start(builder)) {
            int exitCode = program.exitCode();
            double ms = (System.nanoTime() - started) / NANOS_A_MS;
            return new ProgramRun(exitCode, text(out), text(err), ms);
        }
    }

    /** A JVM that crashes writes a report of that, by itself into the folder in which it runs. */
    @Override
    public List<String> options() {
        return List.of("-XX:ErrorFile=" + crash);
    }

    /** Byte for byte, whatever the charset. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
        Files.deleteIfExists(crash);
    }
}
