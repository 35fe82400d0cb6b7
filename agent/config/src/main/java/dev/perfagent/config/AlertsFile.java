package dev.perfagent.config;

import dev.perfagent.config.YamlNode.LocatedValue;
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
 * The contents of {@code alerts.yml}, checked. A type with a problem has its defaults.
 *
 * @param notification what stands in the file besides the types
 */
record AlertsFile(AlertPolicies policies, Notification notification) {
    /** What applies without the file. */
    static final AlertsFile STANDARD = new AlertsFile(AlertPolicies.standard(), Notification.STANDARD);

    static final String NAME = "alerts.yml";
    static final String[] FILE_KEYS = {"alerts", "fail_on", "exit_code", "command"};
    static final String[] SEVERITIES = {"warning", "critical"};
    static final String[] FAILURES = {"never", "warning", "critical"};

    private static final String ALERTS = "alerts";
    private static final String FAIL_ON = "fail_on";
    private static final String EXIT_CODE = "exit_code";
    private static final String COMMAND = "command";

    private static final String PERCENTAGE = "threshold_percentage";
    private static final String ENABLED = "enabled";
    private static final String SEVERITY = "severity";
    private static final String CONSECUTIVE = "consecutive_violations";
    private static final String CHANNELS = "notification_channels";
    private static final String COOL_DOWN = "cool_down_minutes";
    private static final String REPEAT_CRITICAL = "repeat_critical";

    static AlertsFile of(YamlNode root, Problems problems) {
        Section file = Section.of(root, NAME, FILE_KEYS, problems);
        Map<AlertType, AlertPolicy> policies = new EnumMap<>(AlertType.class);
        YamlNode node = file.node(ALERTS);
        if (node != null) {
            for (Map.Entry<String, LocatedValue> entry :
                    Section.of(node, ALERTS, problems).entries()) {
                read(entry.getKey(), entry.getValue(), problems, policies);
            }
        }
        return new AlertsFile(new AlertPolicies(policies), notification(file));
    }

    private static void read(String key, LocatedValue entry, Problems problems, Map<AlertType, AlertPolicy> policies) {
        AlertType type = AlertType.ofKey(key);
        if (type == null) {
            problems.add(
                    entry.position(),
                    "unknown alert type '" + Quoted.text(key) + "'" + Suggestion.among(key, typeKeys()));
            return;
        }
        Section section = Section.of(entry.value(), key, keys(type), problems);
        AlertPolicy policy = policy(type, section);
        if (section.isValid()) {
            policies.put(type, policy);
        }
    }

    /** The keys of a type: its threshold, if it has one, and what all types have. */
    static String[] keys(AlertType type) {
        Threshold threshold = threshold(type);
        return threshold == null
                ? new String[] {ENABLED, SEVERITY, CONSECUTIVE, CHANNELS, COOL_DOWN, REPEAT_CRITICAL}
                : new String[] {ENABLED, threshold.key(), SEVERITY, CONSECUTIVE, CHANNELS, COOL_DOWN, REPEAT_CRITICAL};
    }

    /** The threshold of a type; null where the only limit is the command's own in {@code benchmarks.yml}. */
    static @Nullable Threshold threshold(AlertType type) {
        String unit = type.thresholdUnit();
        if (unit == null) {
            return null;
        }
        return switch (unit) {
            case "percent" -> new Threshold(PERCENTAGE, NumberType.PERCENTAGE);
            case "share" -> new Threshold(PERCENTAGE, NumberType.SHARE);
            case "mb" -> new Threshold("threshold_mb", NumberType.LIMIT_MB);
            case "gb" -> new Threshold("threshold_gb", NumberType.LIMIT_GB);
            default -> throw new IllegalStateException("no key for a threshold in " + unit);
        };
    }

    /** The key that holds a threshold, and the values that it may have. */
    record Threshold(String key, NumberType type) {}

    /** The policy of a type. A type that is in the file is enabled, unless the file disables it. */
    private static AlertPolicy policy(AlertType type, Section section) {
        AlertPolicy standard = AlertPolicies.standard(type);
        Threshold key = threshold(type);
        Double threshold = key == null ? null : section.number(key.key(), key.type());
        Double consecutive = section.number(CONSECUTIVE, NumberType.RUNS);
        Double coolDown = section.number(COOL_DOWN, NumberType.MINUTES);
        return new AlertPolicy(
                section.flag(ENABLED, true),
                threshold == null ? standard.threshold() : threshold,
                severity(section, SEVERITY, SEVERITIES),
                consecutive == null ? standard.consecutiveViolations() : consecutive.intValue(),
                channels(section, standard.channels()),
                coolDown == null ? standard.coolDownMinutes() : coolDown,
                section.flag(REPEAT_CRITICAL, standard.repeatsCritical()));
    }

    /** The keys besides the types, each with a default of its own. */
    private static Notification notification(Section file) {
        Notification standard = Notification.STANDARD;
        Severity failOn = file.node(FAIL_ON) == null ? standard.failOn() : severity(file, FAIL_ON, FAILURES);
        Double exitCode = file.number(EXIT_CODE, NumberType.EXIT_CODE);
        return new Notification(
                failOn, exitCode == null ? standard.exitCode() : exitCode.intValue(), file.texts(COMMAND, true));
    }

    /** A severity; null when missing, wrong, or {@code never}. */
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

    /** The channels of a type. With an empty list the alert is kept with the run and reported nowhere. */
    private static Set<Channel> channels(Section section, Set<Channel> standard) {
        YamlNode node = section.node(CHANNELS);
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
                                section.positionOfText(CHANNELS, i),
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
