package dev.perfagent.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whose runs are meant; a mixin. */
@Command(addMethodSubcommands = false)
public final class NameOptions {
    @Option(names = "--command", paramLabel = "NAME", description = "Only this command.")
    private @Nullable String command;

    @Option(names = "--application", paramLabel = "NAME", description = "Only this application.")
    private @Nullable String application;

    /** Null for all. */
    public @Nullable String command() {
        return command;
    }

    /** Null for all. */
    public @Nullable String application() {
        return application;
    }
}
