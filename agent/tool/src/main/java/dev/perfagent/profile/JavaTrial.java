package dev.perfagent.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that is started to see whether it works, and does nothing else. */
final class JavaTrial {
    /** Instead of an exit code. */
    static final int NO_END = -1;

    /** A JVM that does nothing ends within a second; a busy machine may need more. */
    private static final int LONGEST_SECONDS = 30;

    private JavaTrial() {}

    /**
     * Of a JVM that should end soon; {@value #NO_END} if it does not.
     *
     * @param output the file for all that it prints
     */
    static int exitCode(List<String> words, Path output) throws IOException {
        Process trial = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            trial.getOutputStream().close();
            return trial.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) ? trial.exitValue() : NO_END;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + words.get(0) + " was tried", e);
        } finally {
            trial.destroyForcibly();
        }
    }
}
