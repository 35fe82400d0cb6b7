package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/** A response's headers, as a client's library has them. */
public interface HeaderSource {
    /** The first value of the header, null when there is none. */
    @Nullable
    String first(String lowerCaseName);

    /**
     * Whether a header's name may begin with one of those; true where nobody knows. Most answers have none of a group of
     * headers, and to
     * look for each of the group takes many times as long.
     */
    default boolean mayHaveNameFrom(String... lowerCaseStarts) {
        return true;
    }
}
