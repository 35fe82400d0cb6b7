package dev.perfagent.plan;

import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Benchmarks;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All three configuration files, checked and compiled.
 *
 * @param application null when the configuration names none
 * @param rules in the files' order; a rule's site is {@link dev.perfagent.hook.Site#ofRule(int)} of its index
 * @param gitHubHosts lower-case host names beside those that are recognised by themselves
 */
public record Settings(
        @Nullable String application,
        @Nullable String applicationVersion,
        List<Rule> rules,
        Set<String> gitHubHosts,
        Observe observe,
        Retention journal,
        Benchmarks benchmarks,
        AlertPolicies alerts) {
    /** What holds without any configuration. */
    public static final Settings STANDARD = new Settings(
            null,
            null,
            List.of(),
            Set.of(),
            Observe.ALL,
            Retention.STANDARD,
            Benchmarks.NONE,
            AlertPolicies.standard());

    public Settings {
        rules = List.copyOf(rules);
        gitHubHosts = Set.copyOf(gitHubHosts);
    }
}
