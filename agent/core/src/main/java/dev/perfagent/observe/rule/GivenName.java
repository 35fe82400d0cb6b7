package dev.perfagent.observe.rule;

import dev.perfagent.machine.Redaction;

/** A name that the application gives while it runs; one in the configuration was checked when that was read. */
final class GivenName {
    private static final int MOST_CHARS = 100;

    private GivenName() {}

    /** As it is kept: redacted, and not longer than anybody would read. */
    static String of(String given) {
        return cut(Redaction.ofThisProcess().apply(given));
    }

    /** One that stands in the program's code, and so has no secret in it: only not longer than anybody would read. */
    static String cut(String name) {
        if (name.length() <= MOST_CHARS) {
            return name;
        }
        boolean isHalf = Character.isHighSurrogate(name.charAt(MOST_CHARS - 1));
        return name.substring(0, isHalf ? MOST_CHARS - 1 : MOST_CHARS);
    }
}
