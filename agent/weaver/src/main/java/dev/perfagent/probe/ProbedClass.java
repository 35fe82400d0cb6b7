package dev.perfagent.probe;

import dev.perfagent.plan.NamePattern;
import java.util.List;

/**
 * A class of a library, wherever the application has relocated it to, and its hooks.
 *
 * @param pattern of its internal names, as {@link NamePattern}. Classes of the JDK are named in full, because each of them is asked
 *     about even when the cold run has not loaded it
 * @param home the library's package as the advice was compiled against it, {@code a/b/}; empty for what is never relocated
 * @param name the class, from that package on
 * @param hooks the methods to weave; where an application has several such classes, of each of them
 * @param alternatives whether only the first hook is meant that the class has a method for, and none that is private
 */
public record ProbedClass(String pattern, String home, String name, List<Hook> hooks, boolean alternatives) {
    public ProbedClass {
        hooks = List.copyOf(hooks);
    }

    /** A class that is always called that. */
    public static ProbedClass of(String internalName, Hook... hooks) {
        return new ProbedClass(internalName, "", internalName, List.of(hooks), false);
    }

    /**
     * A class that applications may have relocated, together with its library.
     *
     * @param ending of its internal name, wherever it is
     */
    public static ProbedClass relocatable(String ending, String home, String name, Hook... hooks) {
        return new ProbedClass("*" + ending, home, name, List.of(hooks), false);
    }

    /** Whether it is the class of that internal name. Asked for every class that is loaded, so it is cheap. */
    public boolean is(String className) {
        int tail = pattern.length() - 1;
        return pattern.charAt(0) == '*'
                ? className.regionMatches(className.length() - tail, pattern, 1, tail)
                : className.equals(pattern);
    }

    /** Where {@link #home} is in the application that brings the class of that internal name. */
    public String place(String className) {
        return home.isEmpty() ? "" : className.substring(0, className.length() - name.length());
    }
}
