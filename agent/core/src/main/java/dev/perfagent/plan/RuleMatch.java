package dev.perfagent.plan;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A class that a rule, or a probe of ours, looked at.
 *
 * @param rule index of the rule in the settings; {@link #PROBE} for a probe
 * @param subject the rule as {@code section: name}, or the probe's name
 * @param className with dots
 * @param methods names of the woven methods; empty when the class fits and none of its methods does
 * @param refusal why the methods could not be woven; null when they are woven
 */
public record RuleMatch(
        int rule,
        String subject,
        String className,
        List<String> methods,
        @Nullable String refusal) {
    /** In the place of an index: not a rule of the settings. */
    public static final int PROBE = -1;

    public RuleMatch {
        methods = List.copyOf(methods);
    }

    /** Says that a rule is not used, and why. */
    public static RuleMatch ofRefusedRule(int rule, String subject, String refusal) {
        return new RuleMatch(rule, subject, "", List.of(), refusal);
    }

    /** Whether it says that a rule is not used. */
    public boolean isOfRefusedRule() {
        return rule != PROBE && className.isEmpty();
    }

    // Written out, because the first comparison by what the compiler makes for a record costs a start 50 ms.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleMatch match
                && rule == match.rule
                && subject.equals(match.subject)
                && className.equals(match.className)
                && methods.equals(match.methods)
                && Objects.equals(refusal, match.refusal);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rule + className.hashCode()) + methods.hashCode();
    }
}
