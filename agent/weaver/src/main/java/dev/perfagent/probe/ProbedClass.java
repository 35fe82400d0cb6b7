package dev.perfagent.probe;

import dev.perfagent.plan.NamePattern;
import java.util.List;

/**
 * A class of a library with its hooks. It is found also where an application has relocated it to another package.
 *
 * @param pattern the pattern of its internal names, as {@link NamePattern}. Classes of the JDK are named in full, because the
 *     plan asks about each of them even when the cold run has not loaded it
 * @param trace for classes that have any names: what a text among the constants of their files begins with; else empty
 * @param originalPackage the library's package against which the advice was compiled, such as {@code a/b/}; empty for a class
 *     that is never relocated
 * @param name the class's name below that package
 * @param hooks the methods to weave, in each class that the application has of that name
 * @param alternatives whether only the first hook counts for which the class has a method that is not private
 */
public record ProbedClass(
        String pattern, String trace, String originalPackage, String name, List<Hook> hooks, boolean alternatives) {
    public ProbedClass {
        hooks = List.copyOf(hooks);
    }

    /** A class that is never relocated. */
    public static ProbedClass of(String internalName, Hook... hooks) {
        return new ProbedClass(internalName, "", "", internalName, List.of(hooks), false);
    }

    /**
     * A class that an application may have relocated, together with its library.
     *
     * @param ending the end of its internal name, which relocating leaves as it is
     */
    public static ProbedClass relocatable(String ending, String originalPackage, String name, Hook... hooks) {
        return new ProbedClass("**" + ending, "", originalPackage, name, List.of(hooks), false);
    }

    /**
     * All classes that have such a text among the constants of their files.
     *
     * @param trace the text, or what it begins with
     * @param pattern of the names that many of them have: of classes that are loaded already, only those are looked at
     */
    public static ProbedClass containing(String trace, String pattern, Hook... hooks) {
        return new ProbedClass(pattern, trace, "", "", List.of(hooks), false);
    }

    /** Whether it is that class, by internal name. It is asked about every class that is loaded, so it is cheap. */
    public boolean is(String className) {
        if (!trace.isEmpty()) {
            return false;
        }
        int tail = pattern.length() - 2;
        return pattern.charAt(0) == '*'
                ? className.regionMatches(className.length() - tail, pattern, 2, tail)
                : className.equals(pattern);
    }

    /** The package that {@link #originalPackage} has become in an application in which the class has that internal name. */
    public String actualPackage(String className) {
        return originalPackage.isEmpty() ? "" : className.substring(0, className.length() - name.length());
    }
}
