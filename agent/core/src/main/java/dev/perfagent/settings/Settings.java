package dev.perfagent.settings;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code instrumentation.yml}, checked and compiled.
 *
 * @param application null when the configuration names none
 * @param rules in the file's order; a rule's site is {@link dev.perfagent.hook.Site#ofRule(int)} of its index
 * @param gitHubHosts lower-case host names beside those that are recognised by themselves
 * @param keepsRuns whether runs go into the history
 * @param retentionDays how long they stay there, whole days, at least 1
 */
public record Settings(
        @Nullable String application,
        @Nullable String applicationVersion,
        List<Rule> rules,
        Set<String> gitHubHosts,
        ObservedKinds observe,
        boolean keepsRuns,
        int retentionDays) {
    /** {@link #retentionDays} without a configuration. */
    public static final int STANDARD_RETENTION_DAYS = 90;

    public Settings {
        rules = List.copyOf(rules);
        gitHubHosts = Set.copyOf(gitHubHosts);
    }

    /** What holds without any configuration. */
    public static Settings standard() {
        return new Settings(null, null, List.of(), Set.of(), ObservedKinds.ALL, true, STANDARD_RETENTION_DAYS);
    }
}
