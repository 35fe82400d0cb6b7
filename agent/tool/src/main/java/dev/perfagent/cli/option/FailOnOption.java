package dev.perfagent.cli.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From which verdict on a command's exit code is 1; a mixin. */
@Command(addMethodSubcommands = false)
public final class FailOnOption {
    @Option(
            names = "--fail-on",
            paramLabel = "warning|critical|never",
            converter = Converter.class,
            completionCandidates = Converter.class,
            description = "End with exit code 1 when a verdict is this bad or worse; 'never' only reports.")
    private @Nullable FailOn given;

    /** Whether it was given. */
    public boolean isGiven() {
        return given != null;
    }

    /**
     * What counts.
     *
     * @param otherwise what holds when the option was not given
     */
    public FailOn or(FailOn otherwise) {
        return given == null ? otherwise : given;
    }

    /** Reads it. */
    static final class Converter extends WordConverter<FailOn> {
        Converter() {
            super(List.of(FailOn.values()), FailOn::text);
        }
    }
}
