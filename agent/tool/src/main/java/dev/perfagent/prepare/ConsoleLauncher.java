package dev.perfagent.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;

/** Starts commands on the console that we are on ourselves. */
public final class ConsoleLauncher implements Launcher {
    private final PrintStream err;

    /** @param err standard error, for a command's output that has to go there */
    public ConsoleLauncher(PrintStream err) {
        this.err = err;
    }

    @Override
    public int run(MeasuredCommand command, boolean aside) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .redirectInput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .redirectOutput(aside ? Redirect.PIPE : Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        try (EndWithUs ending = new EndWithUs(process)) {
            if (aside) {
                pass(process.getInputStream());
            }
            return ending.exitCode();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the command ran");
        }
    }

    private void pass(InputStream output) throws IOException {
        try (output) {
            output.transferTo(err);
            err.flush();
        }
    }
}
