package dev.perfagent.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods a rule is about: of the classes that satisfy every given condition, the methods of the given names.
 *
 * @param className class name, {@code *} for any run of characters, {@code .} also for the {@code $} before a nested class;
 *     null for any class
 * @param annotated annotation on the method or its class; null for any
 * @param implementing interface or superclass of the class, at any depth; null for any
 * @param methods method names, {@code *} for any run of characters; empty for every declared method
 *     but constructors, {@code toString}, {@code hashCode} and {@code equals}
 */
public record Target(
        @Nullable String className,
        @Nullable String annotated,
        @Nullable String implementing,
        List<String> methods) {
    public Target {
        methods = List.copyOf(methods);
        if (className == null && annotated == null && implementing == null) {
            throw new IllegalArgumentException("a target needs a class, an annotation or an interface");
        }
    }
}
