package dev.perfagent.config;

import dev.perfagent.config.Node.Entry;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Notification;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code alerts.yml}, checked. A type with a problem has its defaults.
 *
 * @param notification what is beside the types
 */
record AlertsFile(AlertPolicies policies, Notification notification) {
    /** What holds without the file. */
    static final AlertsFile STANDARD = new AlertsFile(AlertPolicies.standard(), Notification.STANDARD);

    static final String NAME = "alerts.yml";
    static final String[] FILE_KEYS = {"alerts", "fail_on", "exit_code", "command"};
    static final String[] SEVERITIES = {"warning", "critical"};
    static final String[] FAILURES = {"never", "warning", "critical"};

    private static final String ALERTS = "alerts";
    private static final String FAIL_ON = "fail_on";
    private static final String EXIT_CODE = "exit_code";
    private static final String COMMAND = "command";

    private static final String ENABLED = "enabled";
    private static final String SEVERITY = "severity";
    private static final String CONSECUTIVE = "consecutive_violations";
    private static final String CHANNELS = "notification_channels";
    private static final String COOL_DOWN = "cool_down_minutes";
    private static final String REPEAT_CRITICAL = "repeat_critical";

    static AlertsFile of(Node root, Problems problems) {
        Section file = Section.of(root, NAME, FILE_KEYS, problems);
        Map<AlertType, AlertPolicy> policies = new EnumMap<>(AlertType.class);
        Node node = file.node(ALERTS);
        if (node != null) {
            for (Map.Entry<String, Entry> entry :
                    Section.of(node, ALERTS, problems).entries()) {
                read(entry.getKey(), entry.getValue(), problems, policies);
            }
        }
        return new AlertsFile(new AlertPolicies(policies), notification(file));
    }

    private static void read(String key, Entry entry, Problems problems, Map<AlertType, AlertPolicy> policies) {
        AlertType type = AlertType.ofKey(key);
        if (type == null) {
            problems.add(
                    entry.place(), "unknown alert type '" + Quoted.text(key) + "'" + Suggestion.among(key, typeKeys()));
            return;
        }
        Section section = Section.of(entry.value(), key, keys(type), problems);
        AlertPolicy policy = policy(type, section);
        if (section.sound()) {
            policies.put(type, policy);
        }
    }

    /** The keys of a type: a threshold where it has a general one, and what all have. */
    static String[] keys(AlertType type) {
        String threshold = thresholdKey(type);
        return threshold == null
                ? new String[] {ENABLED, SEVERITY, CONSECUTIVE, CHANNELS, COOL_DOWN, REPEAT_CRITICAL}
                : new String[] {ENABLED, threshold, SEVERITY, CONSECUTIVE, CHANNELS, COOL_DOWN, REPEAT_CRITICAL};
    }

    /** Null where the only limit is the command's own in {@code benchmarks.yml}. */
    static @Nullable String thresholdKey(AlertType type) {
        return switch (type) {
            case MEMORY_USAGE_HIGH, MEMORY_AVAILABLE_LOW -> "threshold_mb";
            case DISK_SPACE_LOW -> "threshold_gb";
            case API_REQUESTS_HIGH, PROCESSES_HIGH -> null;
            default -> "threshold_percentage";
        };
    }

    /** What the value of {@link #thresholdKey} counts. */
    static Quantity quantity(AlertType type) {
        return switch (type) {
            case MEMORY_USAGE_HIGH, MEMORY_AVAILABLE_LOW -> Quantity.LIMIT_MB;
            case DISK_SPACE_LOW -> Quantity.LIMIT_GB;
            case PERFORMANCE_DEGRADATION, PHASE_OVERRUN, CPU_USAGE_HIGH -> Quantity.PERCENTAGE;
            default -> Quantity.SHARE;
        };
    }

    /** A type that is named is asked for, so it is enabled unless it says otherwise. */
    private static AlertPolicy policy(AlertType type, Section section) {
        AlertPolicy standard = AlertPolicies.standard(type);
        String thresholdKey = thresholdKey(type);
        Double threshold = thresholdKey == null ? null : section.number(thresholdKey, quantity(type));
        Double consecutive = section.number(CONSECUTIVE, Quantity.RUNS);
        Double coolDown = section.number(COOL_DOWN, Quantity.MINUTES);
        return new AlertPolicy(
                section.flag(ENABLED, true),
                threshold == null ? standard.threshold() : threshold,
                severity(section, SEVERITY, SEVERITIES),
                consecutive == null ? standard.consecutiveViolations() : consecutive.intValue(),
                channels(section, standard.channels()),
                coolDown == null ? standard.coolDownMinutes() : coolDown,
                section.flag(REPEAT_CRITICAL, standard.repeatsCritical()));
    }

    /** Each of the keys has its default by itself. */
    private static Notification notification(Section file) {
        Notification standard = Notification.STANDARD;
        Severity failOn = file.node(FAIL_ON) == null ? standard.failOn() : severity(file, FAIL_ON, FAILURES);
        Double exitCode = file.number(EXIT_CODE, Quantity.EXIT_CODE);
        return new Notification(
                failOn, exitCode == null ? standard.exitCode() : exitCode.intValue(), file.texts(COMMAND, true));
    }

    /** Null when missing, wrong, or {@code never}. */
    private static @Nullable Severity severity(Section section, String key, String[] known) {
        String text = section.text(key);
        if (text == null) {
            return null;
        }
        for (String one : known) {
            if (one.equals(text)) {
                return Severity.ofText(text);
            }
        }
        section.problem(key, "unknown severity '" + Quoted.text(text) + "'" + Suggestion.among(text, known));
        return null;
    }

    /** An empty list is one: the alert is kept with the run and told nowhere. */
    private static Set<Channel> channels(Section section, Set<Channel> standard) {
        Node node = section.node(CHANNELS);
        if (node == null || Section.isNothing(node)) {
            return standard;
        }
        List<String> texts = section.texts(CHANNELS, false);
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (int i = 0; i < texts.size(); i++) {
            Channel channel = channel(texts.get(i));
            if (channel == null) {
                section.problems()
                        .add(
                                section.placeOfText(CHANNELS, i),
                                "unknown channel '" + Quoted.text(texts.get(i)) + "'"
                                        + Suggestion.among(texts.get(i), channelNames()));
            } else {
                channels.add(channel);
            }
        }
        return channels;
    }

    private static @Nullable Channel channel(String text) {
        for (Channel channel : Channel.values()) {
            if (channel.text().equals(text)) {
                return channel;
            }
        }
        return null;
    }

    private static String[] channelNames() {
        Channel[] channels = Channel.values();
        String[] names = new String[channels.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = channels[i].text();
        }
        return names;
    }

    private static String[] typeKeys() {
        AlertType[] types = AlertType.values();
        String[] keys = new String[types.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = types[i].key();
        }
        return keys;
    }
}
