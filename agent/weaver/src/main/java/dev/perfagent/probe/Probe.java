package dev.perfagent.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One library that is observed without any rule, as data: its classes, their methods, and what a call of each is reported as.
 *
 * @param name the name in {@link dev.perfagent.plan.RuleMatch} and in the list of what is recognised; empty for what only the
 *     agent itself goes by, which is shown nowhere
 * @param versions the versions of the library that the probe was tried with, as the end of a sentence
 */
public record Probe(String name, String versions, List<ProbedClass> classes) {
    public Probe {
        classes = List.copyOf(classes);
    }

    /** A probe for those classes. */
    public static Probe of(String name, String versions, ProbedClass... classes) {
        return new Probe(name, versions, List.of(classes));
    }

    /** The entry for a class, by its internal name; null when it is not about that class. */
    public @Nullable ProbedClass find(String className) {
        for (ProbedClass each : classes) {
            if (each.is(className)) {
                return each;
            }
        }
        return null;
    }
}
