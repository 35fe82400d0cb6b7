package dev.perfagent.cli.option;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much is told at most; a mixin. */
@Command(addMethodSubcommands = false)
public final class LimitOption {
    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "At most this many; by default ${DEFAULT-VALUE}.")
    private int limit;

    /** @param standard when nothing else is given */
    public LimitOption(int standard) {
        this.limit = standard;
    }

    /** At least 1. */
    public int limit() {
        return limit;
    }
}
