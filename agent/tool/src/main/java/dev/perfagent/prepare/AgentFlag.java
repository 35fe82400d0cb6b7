package dev.perfagent.prepare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flag that attaches the agent, and the variables beside it. What an agent option cannot say goes into a variable: options
 * are separated by commas, and blanks around them are dropped.
 *
 * @param config as the user wrote it; null to leave it to the environment
 */
public record AgentFlag(Path jar, Path home, @Nullable String config) {
    /** Such as {@code -javaagent:/opt/perf-agent.jar=home=/var/lib/perf-agent}. */
    String text() {
        return "-javaagent:" + value();
    }

    /** The same without the flag's name. */
    public String value() {
        List<String> options = new ArrayList<>();
        if (isOption(home.toString())) {
            options.add("home=" + home);
        }
        if (config != null && isOption(config)) {
            options.add("config=" + config);
        }
        return jar + (options.isEmpty() ? "" : "=" + String.join(",", options));
    }

    /** What has to be in the environment. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (!isOption(home.toString())) {
            variables.put("PERF_AGENT_HOME", home.toString());
        }
        if (config != null && !isOption(config)) {
            variables.put("PERF_AGENT_CONFIG", config);
        }
        return variables;
    }

    /** As one word of a variable of options. */
    String quoted() {
        return OptionText.word(text());
    }

    private static boolean isOption(String value) {
        return value.indexOf(',') < 0 && value.equals(value.strip());
    }
}
