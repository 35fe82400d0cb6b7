package dev.perfagent.inline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What advice of the tests saw, in order. */
public final class Seen {
    private static final List<@Nullable Object> ALL = new ArrayList<>();

    private Seen() {}

    public static void add(@Nullable Object value) {
        ALL.add(value);
    }

    /** What was seen since the last call. */
    static List<@Nullable Object> take() {
        List<@Nullable Object> all = new ArrayList<>(ALL);
        ALL.clear();
        return all;
    }
}
