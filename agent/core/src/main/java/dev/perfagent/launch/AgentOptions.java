package dev.perfagent.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows {@code -javaagent:perf-agent.jar=}, and the environment variables that say the same. An option beats its variable.
 *
 * @param config folder of the configuration; null for none
 * @param home null for the platform's
 * @param quiet whether nothing is said on the console
 * @param alerts whether runs are judged; else they are only kept
 * @param problems what was not understood, one sentence each
 */
public record AgentOptions(
        boolean enabled,
        boolean quiet,
        boolean alerts,
        @Nullable String config,
        @Nullable String home,
        Map<String, String> labels,
        List<String> problems) {
    private static final String LABEL = "label.";

    /** Never throws: what is not understood becomes a problem. */
    public static AgentOptions parse(@Nullable String options, Map<String, String> environment) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (String pair : pairs(environment.get("PERF_AGENT_LABELS"))) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                problems.add("PERF_AGENT_LABELS: '" + pair + "' is not NAME=VALUE");
            } else {
                labels.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        for (String pair : pairs(options)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "true" : pair.substring(equals + 1);
            if (key.startsWith(LABEL) && key.length() > LABEL.length() && equals > 0) {
                labels.put(key.substring(LABEL.length()), value);
            } else if (isKnown(key)) {
                given.put(key, value);
            } else {
                problems.add("agent option '" + key + "' is unknown; known are config, home, quiet, alerts, enabled,"
                        + " label.NAME");
            }
        }
        return new AgentOptions(
                flag("enabled", given.get("enabled"), environment.get("PERF_AGENT_ENABLED"), true, problems),
                flag("quiet", given.get("quiet"), environment.get("PERF_AGENT_QUIET"), false, problems),
                flag("alerts", given.get("alerts"), environment.get("PERF_AGENT_ALERTS"), true, problems),
                text(given.get("config"), environment.get("PERF_AGENT_CONFIG")),
                text(given.get("home"), environment.get("PERF_AGENT_HOME")),
                labels,
                problems);
    }

    private static boolean isKnown(String key) {
        return key.equals("config")
                || key.equals("home")
                || key.equals("quiet")
                || key.equals("alerts")
                || key.equals("enabled");
    }

    private static boolean flag(
            String name, @Nullable String option, @Nullable String variable, boolean standard, List<String> problems) {
        String value = text(option, variable);
        if (value == null) {
            return standard;
        }
        if (value.equalsIgnoreCase("true") || value.equals("1")) {
            return true;
        }
        if (value.equalsIgnoreCase("false") || value.equals("0")) {
            return false;
        }
        problems.add("'" + name + "' is true or false, not '" + value + "'");
        return standard;
    }

    private static @Nullable String text(@Nullable String option, @Nullable String variable) {
        String value = option == null || option.isEmpty() ? variable : option;
        return value == null || value.isEmpty() ? null : value;
    }

    private static List<String> pairs(@Nullable String text) {
        List<String> pairs = new ArrayList<>();
        int from = 0;
        while (text != null && from < text.length()) {
            int comma = text.indexOf(',', from);
            int end = comma < 0 ? text.length() : comma;
            if (!text.substring(from, end).isBlank()) {
                pairs.add(text.substring(from, end).trim());
            }
            from = end + 1;
        }
        return pairs;
    }
}
