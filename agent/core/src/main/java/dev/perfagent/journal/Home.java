package dev.perfagent.journal;

import dev.perfagent.machine.PathSpelling;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder in which everything of ours is kept: folders 0700, files 0600. */
public final class Home {
    /** Where {@code system benchmark} keeps the scores that runs take over. */
    public static final String SCORES = "system/scores.txt";

    /** Stands for a blank in a file name: sub-commands are separated by one. */
    static final char BLANK = '+';

    /** In a file name only before a hash. */
    static final char HASHED = '~';

    private static final String NAME = "perf-agent";

    private static final int MOST_CHARS = 100;

    /** Windows and macOS, as they are set up. */
    private static final boolean CASE_BLIND = File.separatorChar == '\\' || isMac();

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
        if (File.separatorChar == '\\') {
            String local = environment.get("LOCALAPPDATA");
            return new Home(new File(isEmpty(local) ? user + "\\AppData\\Local" : local, NAME));
        }
        if (isMac()) {
            return new Home(new File(user, "Library/Application Support/" + NAME));
        }
        String state = environment.get("XDG_STATE_HOME");
        // The XDG base directory specification has relative paths ignored.
        boolean usable = state != null && state.startsWith("/");
        return new Home(new File(usable ? state : user + "/.local/state", NAME));
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    /** The home itself; need not exist. */
    public File folder() {
        return folder;
    }

    /** Makes it when it is missing, if that is possible. */
    public void make() {
        if (!folder.isDirectory()) {
            problem();
        }
    }

    /** Why nothing can be kept in it, and what to do; null when it can. Makes it when it is missing. */
    public @Nullable String problem() {
        try {
            OwnerFile.createFolder(folder);
            return folder.canWrite() ? null : unusable("you may not write in " + folder);
        } catch (IOException | RuntimeException impossible) {
            String unspelled = PathSpelling.problem(folder.getAbsolutePath());
            return unusable(unspelled == null ? String.valueOf(impossible.getMessage()) : unspelled);
        }
    }

    private static String unusable(String why) {
        return "this run is not recorded: " + why + "; set home= or PERF_AGENT_HOME to a folder that can be written";
    }

    /** A file or folder inside; need not exist. */
    public File resolve(String path) {
        return new File(folder, path);
    }

    /**
     * A name as part of a file name, another one for each name. Of letters, digits, dots, hyphens and underscores it is the
     * name itself, and a blank is a plus sign; where anything else was replaced or cut, a hash of the whole name follows.
     */
    public static String fileName(String name) {
        return fileName(name, CASE_BLIND);
    }

    /** The same, where {@code A} and {@code a} are one file or where they are two. */
    static String fileName(String name, boolean caseBlind) {
        int length = Math.min(name.length(), MOST_CHARS);
        // Windows drops a last dot, and what ends as our half-written files do is tidied away one day.
        boolean whole = length > 0 && length == name.length() && !name.endsWith(".") && !name.endsWith(".tmp");
        StringBuilder safe = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            boolean plain = c >= 'a' && c <= 'z' || upper || c >= '0' && c <= '9' || c == '-' || c == '_';
            plain |= c == '.' && i > 0;
            whole &= (plain || c == ' ') && !(upper && caseBlind);
            safe.append(plain ? c : c == ' ' ? BLANK : '_');
        }
        return whole ? safe.toString() : safe.append(HASHED).append(hash(name)).toString();
    }

    /** FNV-1a of 64 bits, over UTF-16 units. */
    private static String hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }
}
