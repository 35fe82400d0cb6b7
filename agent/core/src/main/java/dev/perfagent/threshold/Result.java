package dev.perfagent.threshold;

import dev.perfagent.run.Severity;
import org.jspecify.annotations.Nullable;

/** What a verdict is, from good to bad: of one run by a limit or by earlier runs, and of runs compared with runs. */
public enum Result {
    /** Less than before, by more than the tolerance and with evidence. */
    IMPROVED("improved"),
    /** Less than before with evidence, but by no more than the tolerance. Only of runs compared with runs. */
    BETTER("better_within_tolerance"),
    /** Within the limit; or no difference shown, and one above the tolerance is ruled out; or too little to matter. */
    OK("ok"),
    /** More than before with evidence, but surely by no more than the tolerance. Only of runs compared with runs. */
    WORSE("worse_within_tolerance"),
    /** It takes more runs to know. */
    INCONCLUSIVE("inconclusive"),
    /** Beyond the limit; or more than before, by more than the tolerance and with evidence. */
    WARNING("warning"),
    /** Far beyond it; or much more than before, with evidence. */
    CRITICAL("critical");

    private final String text;

    Result(String text) {
        this.text = text;
    }

    /** The name in JSON and in text; it stays. */
    public String text() {
        return text;
    }

    /** How bad it is; null when it is not against what was judged. */
    public @Nullable Severity severity() {
        return this == CRITICAL ? Severity.CRITICAL : this == WARNING ? Severity.WARNING : null;
    }

    /** Whether it is against what was judged. */
    public boolean isAgainst() {
        return this == WARNING || this == CRITICAL;
    }

    /** Whether it is against what was judged and as bad as that or worse; null for none is. */
    public boolean isAtLeast(@Nullable Severity least) {
        Severity own = severity();
        return own != null && least != null && own.compareTo(least) >= 0;
    }
}
