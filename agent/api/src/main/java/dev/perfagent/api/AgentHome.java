package dev.perfagent.api;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder in which perf-agent keeps its data, where the agent itself would look for it. */
final class AgentHome {
    private static final String NAME = "perf-agent";

    private AgentHome() {}

    static Path of(Map<String, String> environment) {
        String named = environment.get("PERF_AGENT_HOME");
        if (!isEmpty(named)) {
            return Path.of(named);
        }
        String user = System.getProperty("user.home", ".");
        if (File.separatorChar == '\\') {
            String local = environment.get("LOCALAPPDATA");
            return isEmpty(local) ? Path.of(user, "AppData", "Local", NAME) : Path.of(local, NAME);
        }
        if (System.getProperty("os.name", "").startsWith("Mac")) {
            return Path.of(user, "Library", "Application Support", NAME);
        }
        String state = environment.get("XDG_STATE_HOME");
        boolean usable = state != null && state.startsWith("/"); // relative ones are to be ignored
        return usable ? Path.of(state, NAME) : Path.of(user, ".local", "state", NAME);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
