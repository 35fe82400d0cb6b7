package dev.perfagent.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which packages use which, as they are found in the classes; the architecture tests of all modules are made of it. */
final class Arrows {
    private static final String ROOT = "dev.perfagent.";

    private Arrows() {}

    /**
     * A line for each package: its name, and after a colon those that it uses, in the order of the alphabet.
     *
     * @param name what a class's package or library is called
     * @param counts whether the use of the second class by the first one counts
     */
    static String between(
            JavaClasses classes, Function<JavaClass, String> name, BiPredicate<JavaClass, JavaClass> counts) {
        TreeMap<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : classes) {
            Set<String> of = used.computeIfAbsent(name.apply(type), ignored -> new TreeSet<>());
            used(type)
                    .filter(target -> counts.test(type, target))
                    .map(name)
                    .filter(target -> !target.equals(name.apply(type)))
                    .forEach(of::add);
        }
        StringBuilder table = new StringBuilder();
        used.forEach((from, to) ->
                table.append((from + ": " + String.join(" ", to)).strip()).append('\n'));
        return table.toString();
    }

    /** The classes that a class uses, without those of the JDK and the annotations that NullAway reads. */
    static Stream<JavaClass> used(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive()
                        && !target.getPackageName().startsWith("java.")
                        && !target.getPackageName().equals("org.jspecify.annotations"));
    }

    /** Whether a class is ours. */
    static boolean isOurs(JavaClass type) {
        return type.getName().startsWith(ROOT);
    }

    /** The package's name, of ours without the beginning that all have. */
    static String name(JavaClass type) {
        String name = type.getPackageName();
        return isOurs(type) ? name.substring(ROOT.length()) : name;
    }
}
