package dev.perfagent.settings;

import org.jspecify.annotations.Nullable;

/** What a method does to a cache. */
public enum CacheRole {
    /** It looks something up. What it returns shows whether that was there. */
    LOOK_UP("look_up"),

    /** It gets what the cache does not have. */
    LOAD("load"),

    /** It returns the cache itself, for which the rule has a name. */
    CREATION("creation");

    private static final CacheRole[] ALL = values();

    private final String text;

    CacheRole(String text) {
        this.text = text;
    }

    /** As in {@code instrumentation.yml}. */
    public String text() {
        return text;
    }

    /** The role of that text; null for none. */
    public static @Nullable CacheRole of(String text) {
        for (CacheRole role : ALL) {
            if (role.text.equals(text)) {
                return role;
            }
        }
        return null;
    }
}
