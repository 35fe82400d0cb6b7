package dev.perfagent.prepare;

import java.io.IOException;
import java.io.InputStream;
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
        ProcessBuilder builder = StartedProgram.builder(command.words(), command.environment())
                .redirectInput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .redirectOutput(aside ? Redirect.PIPE : Redirect.INHERIT);
        try (StartedProgram program = StartedProgram.start(builder)) {
            if (aside) {
                pass(program.process().getInputStream());
            }
            return program.exitCode();
        }
    }

    private void pass(InputStream output) throws IOException {
        try (output) {
            output.transferTo(err);
            err.flush();
        }
    }
}
