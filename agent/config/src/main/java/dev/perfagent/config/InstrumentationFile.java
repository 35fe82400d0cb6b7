package dev.perfagent.config;

import dev.perfagent.config.YamlNode.LocatedValue;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contents of {@code instrumentation.yml}, checked. A top-level section with a problem has its defaults. In the lists of
 * rules only the entries with problems are left out.
 *
 * @param application null when not given
 * @param version null when not given
 * @param rules in the file's order
 * @param hosts in lower case
 */
record InstrumentationFile(
        @Nullable String application,
        @Nullable String version,
        List<Rule> rules,
        Set<String> hosts,
        ObservedKinds observe,
        JournalSettings journal) {
    static final String NAME = "instrumentation.yml";
    static final String[] KEYS = {
        "application", "commands", "phases", "api_clients", "caches", "context", "github", "observe", "journal"
    };
    static final String[] APPLICATION_KEYS = {"name", "version"};
    static final String[] GITHUB_KEYS = {"hosts"};
    static final String[] OBSERVE_KEYS = {"http", "caches", "processes", "resources"};
    static final String[] JOURNAL_KEYS = {"enabled", "retention_days"};

    /** What applies without the file. */
    static final InstrumentationFile STANDARD =
            new InstrumentationFile(null, null, List.of(), Set.of(), ObservedKinds.ALL, JournalSettings.STANDARD);

    static InstrumentationFile of(YamlNode root, Problems problems) {
        Section file = Section.of(root, NAME, KEYS, problems);
        Section application = section(file, "application", APPLICATION_KEYS, problems);
        String name = application == null ? null : application.text("name");
        String version = application == null ? null : application.text("version");
        boolean named = application != null && application.isValid();
        return new InstrumentationFile(
                named ? name : null,
                named ? version : null,
                rules(file, problems),
                hosts(section(file, "github", GITHUB_KEYS, problems)),
                observe(section(file, "observe", OBSERVE_KEYS, problems)),
                journal(section(file, "journal", JOURNAL_KEYS, problems)));
    }

    private static @Nullable Section section(Section file, String key, String[] keys, Problems problems) {
        YamlNode node = file.node(key);
        return node == null ? null : Section.of(node, key, keys, problems);
    }

    private static List<Rule> rules(Section file, Problems problems) {
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, LocatedValue> entry : file.entries()) {
            for (RuleSection section : RuleSection.values()) {
                if (section.key().equals(entry.getKey())) {
                    section.read(entry.getValue().value(), problems, rules);
                }
            }
        }
        return rules;
    }

    private static Set<String> hosts(@Nullable Section section) {
        if (section == null) {
            return Set.of();
        }
        List<String> texts = section.texts("hosts", false);
        Set<String> hosts = new LinkedHashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String problem = NameSyntax.hostProblem(texts.get(i));
            if (problem != null) {
                section.problems().add(section.positionOfText("hosts", i), "hosts: " + problem);
            }
            hosts.add(texts.get(i).toLowerCase(Locale.ROOT));
        }
        return section.isValid() ? hosts : Set.of();
    }

    private static ObservedKinds observe(@Nullable Section section) {
        if (section == null) {
            return ObservedKinds.ALL;
        }
        ObservedKinds given = new ObservedKinds(
                section.flag("http", ObservedKinds.ALL.http()),
                section.flag("caches", ObservedKinds.ALL.caches()),
                section.flag("processes", ObservedKinds.ALL.processes()),
                section.flag("resources", ObservedKinds.ALL.resources()));
        return section.isValid() ? given : ObservedKinds.ALL;
    }

    private static JournalSettings journal(@Nullable Section section) {
        if (section == null) {
            return JournalSettings.STANDARD;
        }
        boolean enabled = section.flag("enabled", JournalSettings.STANDARD.enabled());
        Double days = section.number("retention_days", NumberType.DAYS);
        JournalSettings given =
                new JournalSettings(enabled, days == null ? JournalSettings.STANDARD.days() : days.intValue());
        return section.isValid() ? given : JournalSettings.STANDARD;
    }
}
