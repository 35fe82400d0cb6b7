package dev.perfagent.journal;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder in which everything of ours is kept: folders 0700, files 0600. */
public final class Home {
    private static final String NAME = "perf-agent";

    private final File folder;

    private Home(File folder) {
        this.folder = folder;
    }

    /** That folder. */
    public static Home at(File folder) {
        return new Home(folder);
    }

    /**
     * The given folder, else {@code PERF_AGENT_HOME}, else the platform's state folder.
     *
     * @param given as the user wrote it; null when not given
     */
    public static Home resolve(@Nullable String given, Map<String, String> environment) {
        String named = isEmpty(given) ? environment.get("PERF_AGENT_HOME") : given;
        if (named != null && !named.isEmpty()) {
            return new Home(new File(named));
        }
        String user = System.getProperty("user.home", ".");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return new Home(new File(isEmpty(local) ? user + "\\AppData\\Local" : local, NAME));
        }
        if (os.startsWith("mac")) {
            return new Home(new File(user, "Library/Application Support/" + NAME));
        }
        String state = environment.get("XDG_STATE_HOME");
        // The XDG base directory specification has relative paths ignored.
        boolean usable = state != null && state.startsWith("/");
        return new Home(new File(usable ? state : user + "/.local/state", NAME));
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    /** The home itself; need not exist. */
    public File folder() {
        return folder;
    }

    /** Why nothing can be kept in it, and what to do; null when it can. Makes it when it is missing. */
    public @Nullable String problem() {
        try {
            OwnerFile.createFolder(folder);
            return folder.canWrite() ? null : unusable("you may not write in " + folder);
        } catch (IOException | RuntimeException impossible) {
            return unusable(String.valueOf(impossible.getMessage()));
        }
    }

    private static String unusable(String why) {
        return "this run is not recorded: " + why + "; set home= or PERF_AGENT_HOME to a folder that can be written";
    }

    /** A file or folder inside; need not exist. */
    public File resolve(String path) {
        return new File(folder, path);
    }

    /** A name as part of a file name: letters, digits, dots, hyphens and underscores; the rest becomes an underscore. */
    public static String fileName(String name) {
        StringBuilder safe = new StringBuilder(name.length());
        for (int i = 0; i < name.length() && i < 100; i++) {
            char c = name.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            safe.append(plain || c == '.' && i > 0 ? c : '_');
        }
        return safe.length() == 0 ? "_" : safe.toString();
    }
}
