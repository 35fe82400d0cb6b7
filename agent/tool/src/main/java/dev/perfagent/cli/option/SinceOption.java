package dev.perfagent.cli.option;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From when on; a mixin. */
public final class SinceOption {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what began since then: " + SinceConverter.FORMS + ".")
    private @Nullable Instant since;

    /** Null for ever. */
    public @Nullable Instant since() {
        return since;
    }
}
