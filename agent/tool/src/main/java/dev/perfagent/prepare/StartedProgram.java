package dev.perfagent.prepare;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;

/** A program that we started. It is ended when we are, as by Ctrl-C: whoever ends us means the command. */
public final class StartedProgram implements AutoCloseable {
    private static final File NOTHING = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");

    private final Process process;
    private final Thread hook;

    private StartedProgram(Process process) {
        this.process = process;
        hook = new Thread(process::destroy, "end-of-the-command");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** For a program that reads nothing and whose output is dropped, with these variables and no others. */
    public static ProcessBuilder builder(List<String> words, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(NOTHING)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /**
     * Starts it.
     *
     * @throws IOException when it cannot be started
     */
    public static StartedProgram start(ProcessBuilder builder) throws IOException {
        return new StartedProgram(builder.start());
    }

    Process process() {
        return process;
    }

    /**
     * Waits for its end, and returns its exit code.
     *
     * @throws InterruptedIOException when this thread is interrupted, which ends the program
     */
    public int exitCode() throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(process);
        }
    }

    /** Ends a program because this thread, which waits for it, was interrupted. */
    public static InterruptedIOException interrupted(Process process) {
        process.destroy();
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while the command ran");
    }

    /** The program is over. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // it is running already
        }
    }
}
