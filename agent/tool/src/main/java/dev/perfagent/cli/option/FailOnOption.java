package dev.perfagent.cli.option;

import dev.perfagent.run.Severity;
import dev.perfagent.statistics.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From which verdict on a command's exit code is 1; a mixin. */
public final class FailOnOption {
    @Option(
            names = "--fail-on",
            paramLabel = "warning|critical",
            converter = Converter.class,
            completionCandidates = Converter.class,
            description = "End with exit code 1 when a verdict is that or worse.")
    private @Nullable Severity least;

    /** Null when it was not given. */
    public @Nullable Severity least() {
        return least;
    }

    /** Whether a verdict is that bad; none is when the option was not given. */
    public boolean includes(Verdict verdict) {
        return least != null
                && (verdict == Verdict.CRITICAL || verdict == Verdict.WARNING && least == Severity.WARNING);
    }

    /** Reads it. */
    static final class Converter extends WordConverter<Severity> {
        Converter() {
            super(List.of(Severity.WARNING, Severity.CRITICAL), Severity::text);
        }
    }
}
