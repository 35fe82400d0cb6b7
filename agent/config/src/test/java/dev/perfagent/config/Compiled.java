package dev.perfagent.config;

import dev.perfagent.settings.Configuration;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.Thresholds;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configuration laid out by the sections of its files. */
record Compiled(
        @Nullable String application,
        @Nullable String applicationVersion,
        List<Rule> rules,
        Set<String> gitHubHosts,
        ObservedKinds observe,
        JournalSettings journal,
        Benchmarks benchmarks,
        AlertPolicies alerts,
        Notification notification) {
    static final Compiled STANDARD = of(Configuration.standard());

    static Compiled of(Configuration configuration) {
        Settings settings = configuration.settings();
        Thresholds given = configuration.thresholds();
        Thresholds thresholds = given == null ? Thresholds.standard() : given;
        return new Compiled(
                settings.application(),
                settings.applicationVersion(),
                settings.rules(),
                settings.gitHubHosts(),
                settings.observe(),
                new JournalSettings(settings.keepsRuns(), settings.retentionDays()),
                thresholds.benchmarks(),
                thresholds.alerts(),
                thresholds.notification());
    }
}
