package dev.perfagent.cli.option;

import dev.perfagent.run.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How runs ended; a mixin. */
@Command(addMethodSubcommands = false)
public final class OutcomeOption {
    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            converter = Converter.class,
            completionCandidates = Converter.class,
            description = "Only runs with this outcome: ${COMPLETION-CANDIDATES}.")
    private @Nullable Outcome outcome;

    /** Null for all. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** Reads it as records have it. */
    static final class Converter extends WordConverter<Outcome> {
        Converter() {
            super(List.of(Outcome.values()), Outcome::text);
        }
    }
}
