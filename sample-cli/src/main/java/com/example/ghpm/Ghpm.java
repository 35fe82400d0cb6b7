package com.example.ghpm;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that holds the others. */
@Command(
        name = "ghpm",
        mixinStandardHelpOptions = true,
        version = "ghpm 2.0.0",
        description = "Manages the tasks of a GitHub project.",
        subcommands = {StatusCommand.class, SetupCompleteCommand.class, BatchCommand.class})
final class Ghpm implements Runnable {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec.
    private Ghpm(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new Ghpm(environment)).setExecutionExceptionHandler(new Failures());
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command? One of those below");
    }
}
