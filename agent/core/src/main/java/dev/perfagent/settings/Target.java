package dev.perfagent.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods a rule is about: of the classes that satisfy every given condition, the methods of the given names.
 *
 * @param className class name, {@code *} for any characters within one package, {@code **} for any characters, {@code .} also
 *     for the {@code $} before a nested class; null for any class
 * @param annotated annotation on the method or its class; null for any
 * @param implementing interface or superclass of the class, at any depth; null for any
 * @param methods method names, {@code *} for any characters, maybe with the types of the parameters in parentheses; {@code
 *     <init>} for constructors; empty for every declared method but constructors, {@code toString}, {@code hashCode} and {@code
 *     equals}
 * @param excludedClasses as {@code className}: classes that are left out
 * @param excludedMethods as {@code methods}: methods that are left out
 */
public record Target(
        @Nullable String className,
        @Nullable String annotated,
        @Nullable String implementing,
        List<String> methods,
        List<String> excludedClasses,
        List<String> excludedMethods) {
    public Target {
        methods = List.copyOf(methods);
        excludedClasses = List.copyOf(excludedClasses);
        excludedMethods = List.copyOf(excludedMethods);
        if (className == null && annotated == null && implementing == null) {
            throw new IllegalArgumentException("a target needs a class, an annotation or an interface");
        }
    }

    /** Without anything that is left out. */
    public Target(
            @Nullable String className,
            @Nullable String annotated,
            @Nullable String implementing,
            List<String> methods) {
        this(className, annotated, implementing, methods, List.of(), List.of());
    }
}
