package dev.perfagent.cli.option;

import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Result;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bad a verdict has to be for a build to fail. */
public enum FailOn {
    WARNING(Severity.WARNING),
    CRITICAL(Severity.CRITICAL),
    /** No verdict is. */
    NEVER(null);

    private final @Nullable Severity least;

    FailOn(@Nullable Severity least) {
        this.least = least;
    }

    /** The same for a severity of alerts.yml. */
    public static FailOn of(Severity severity) {
        return severity == Severity.CRITICAL ? CRITICAL : WARNING;
    }

    /** The least severity that is against a run; null when none is. */
    public @Nullable Severity least() {
        return least;
    }

    /** Whether a verdict is that bad. */
    public boolean includes(Result verdict) {
        return verdict.isAtLeast(least);
    }

    /** As users write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
