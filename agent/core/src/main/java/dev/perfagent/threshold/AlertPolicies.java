package dev.perfagent.threshold;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code alerts.yml}, checked: a policy for every type. */
public final class AlertPolicies {
    private static final Set<Channel> CONSOLE_AND_LOG = Set.of(Channel.CONSOLE, Channel.LOG);

    private final EnumMap<AlertType, AlertPolicy> policies;
    private final EnumMap<AlertType, AlertPolicy> named;

    /** The given policies, and the default ones for the types without. */
    public AlertPolicies(Map<AlertType, AlertPolicy> given) {
        policies = new EnumMap<>(AlertType.class);
        named = new EnumMap<>(AlertType.class);
        for (AlertType type : AlertType.values()) {
            AlertPolicy policy = given.get(type);
            policies.put(type, policy == null ? standard(type) : policy);
            if (policy != null) {
                named.put(type, policy);
            }
        }
    }

    /** The policies that hold without an {@code alerts.yml}. */
    public static AlertPolicies standard() {
        return new AlertPolicies(Map.of());
    }

    /** The policy of that type. */
    public AlertPolicy of(AlertType type) {
        AlertPolicy policy = policies.get(type);
        if (policy == null) {
            throw new IllegalStateException("no policy for " + type.key());
        }
        return policy;
    }

    /** The policy that was given for that type; null when the default one holds. */
    public @Nullable AlertPolicy named(AlertType type) {
        return named.get(type);
    }

    /** Those of the alerts whose policy has that channel. */
    public List<Alert> on(Channel channel, List<Alert> alerts) {
        List<Alert> chosen = new ArrayList<>(alerts.size());
        for (Alert alert : alerts) {
            if (of(alert.type()).channels().contains(channel)) {
                chosen.add(alert);
            }
        }
        return chosen;
    }

    /**
     * What holds for a type that {@code alerts.yml} does not name: limits that the user wrote into {@code benchmarks.yml}
     * and a command that got slower are reported; of what nobody asked for only a nearly spent rate limit is.
     */
    public static AlertPolicy standard(AlertType type) {
        int violations = type == AlertType.PERFORMANCE_DEGRADATION ? AlertPolicy.STANDARD_SLOW_ROW : 1;
        return new AlertPolicy(type.isOnByDefault(), type.defaultThreshold(), violations, CONSOLE_AND_LOG);
    }
}
