package dev.perfagent.inline;

import org.jspecify.annotations.Nullable;

/** The class files that a class can see, by which no class is loaded. */
public interface ClassFiles {
    /** The class file of that internal name; null when there is none. */
    byte @Nullable [] find(String name);
}
