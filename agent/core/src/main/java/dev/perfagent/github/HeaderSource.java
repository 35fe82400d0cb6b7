package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/** A response's headers, as a client's library has them. */
public interface HeaderSource {
    /** The first value of the header, null when there is none. */
    @Nullable
    String first(String lowerCaseName);
}
