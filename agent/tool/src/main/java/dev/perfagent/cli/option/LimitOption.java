package dev.perfagent.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much is printed at most; a mixin. */
@Command(addMethodSubcommands = false)
public final class LimitOption {
    public static final String NAME = "--limit";

    @Option(
            names = NAME,
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "At most this many; by default ${DEFAULT-VALUE}.")
    private int limit;

    /** @param standard when nothing else is given */
    public LimitOption(int standard) {
        this.limit = standard;
    }

    /** Sets it, where no command line is read; null for the standard. */
    public void set(@Nullable Integer most) {
        limit = most == null ? limit : most;
    }

    /** At least 1. */
    public int limit() {
        return limit;
    }
}
