package dev.perfagent.plan;

import java.util.List;

/**
 * A class that a rule, or a probe of ours, looked at.
 *
 * @param subject the rule as {@code section: name}, or the probe's name
 * @param className with dots
 * @param methods names of the woven methods; empty when the class fits and none of its methods does
 */
public record RuleMatch(String subject, String className, List<String> methods) {
    public RuleMatch {
        methods = List.copyOf(methods);
    }
}
