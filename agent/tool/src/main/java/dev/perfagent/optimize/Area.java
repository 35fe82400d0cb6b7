package dev.perfagent.optimize;

import java.util.Locale;

/** What a piece of advice is about. */
public enum Area {
    /** Requests to the GitHub API. */
    API,
    /** In-process caches. */
    CACHE,
    /** What comes before the command. */
    STARTUP,
    /** Garbage collection and child processes. */
    OTHER;

    /** As users read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
