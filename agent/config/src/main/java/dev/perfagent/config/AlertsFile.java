package dev.perfagent.config;

import dev.perfagent.config.Node.Entry;
import dev.perfagent.run.AlertType;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Channel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code alerts.yml}, checked. A type with a problem has its defaults. */
final class AlertsFile {
    static final String NAME = "alerts.yml";
    static final String[] FILE_KEYS = {"alerts"};

    private static final String ENABLED = "enabled";
    private static final String CONSECUTIVE = "consecutive_violations";
    private static final String CHANNELS = "notification_channels";

    private AlertsFile() {}

    static AlertPolicies of(Node root, Problems problems) {
        Node node = Section.of(root, NAME, FILE_KEYS, problems).node("alerts");
        Map<AlertType, AlertPolicy> policies = new EnumMap<>(AlertType.class);
        if (node == null) {
            return new AlertPolicies(policies);
        }
        for (Map.Entry<String, Entry> entry :
                Section.of(node, "alerts", problems).entries()) {
            AlertType type = AlertType.ofKey(entry.getKey());
            if (type == null) {
                problems.add(
                        entry.getValue().place(),
                        "unknown alert type '" + Quoted.text(entry.getKey()) + "'"
                                + Suggestion.among(entry.getKey(), typeKeys()));
            } else {
                Section section = Section.of(entry.getValue().value(), entry.getKey(), keys(type), problems);
                AlertPolicy policy = policy(type, section);
                if (section.sound()) {
                    policies.put(type, policy);
                }
            }
        }
        return new AlertPolicies(policies);
    }

    /**
     * The keys of a type. Only a percentage of the baseline waits for several runs in a row; a key that would do nothing is
     * better told than taken.
     */
    static String[] keys(AlertType type) {
        return switch (type) {
            case PERFORMANCE_DEGRADATION -> new String[] {ENABLED, "threshold_percentage", CONSECUTIVE, CHANNELS};
            case MEMORY_USAGE_HIGH -> new String[] {ENABLED, "threshold_mb", CHANNELS};
            case API_REQUESTS_HIGH -> new String[] {ENABLED, CHANNELS};
            default -> new String[] {ENABLED, "threshold_percentage", CHANNELS};
        };
    }

    /** Null where the only limit is the command's own in {@code benchmarks.yml}. */
    private static @Nullable String thresholdKey(AlertType type) {
        return switch (type) {
            case MEMORY_USAGE_HIGH -> "threshold_mb";
            case API_REQUESTS_HIGH -> null;
            default -> "threshold_percentage";
        };
    }

    private static Quantity quantity(AlertType type) {
        return switch (type) {
            case MEMORY_USAGE_HIGH -> Quantity.LIMIT_MB;
            case API_RATE_LIMIT_WARNING, CACHE_HIT_RATE_LOW -> Quantity.SHARE;
            default -> Quantity.PERCENTAGE;
        };
    }

    private static AlertPolicy policy(AlertType type, Section section) {
        AlertPolicy standard = AlertPolicies.standard(type);
        String thresholdKey = thresholdKey(type);
        Double threshold = thresholdKey == null ? null : section.number(thresholdKey, quantity(type));
        Double consecutive =
                type == AlertType.PERFORMANCE_DEGRADATION ? section.number(CONSECUTIVE, Quantity.RUNS) : null;
        return new AlertPolicy(
                section.flag(ENABLED, standard.enabled()),
                threshold == null ? standard.threshold() : threshold,
                consecutive == null ? standard.consecutiveViolations() : consecutive.intValue(),
                channels(section, standard.channels()));
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
