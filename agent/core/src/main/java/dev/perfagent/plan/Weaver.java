package dev.perfagent.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts hooks into classes; lives behind the isolated loader, used on cold runs only. Safe for concurrent use. */
public interface Weaver {
    /**
     * The class with hooks, or null when nothing in it is to be observed.
     *
     * @param loader null for the boot loader
     * @param name internal name, with slashes
     * @param original class file as handed to the transformer
     * @throws RuntimeException when the class cannot be woven; it is then to be left as it is
     */
    byte @Nullable [] weave(@Nullable ClassLoader loader, String name, byte[] original);

    /** What rules and probes matched, and nearly matched, so far. */
    List<RuleMatch> matches();

    /** Internal names of all supertypes of a class, at any depth, without those of the package {@code java} and below. */
    default List<String> supertypes(ClassLoader loader, byte[] original) {
        return List.of();
    }

    /** Names of the methods of a class, with dots, that a rule nearly matched; empty for others. */
    default List<String> methods(String className) {
        return List.of();
    }

    /** Does not use the rule at that index of the settings, which matched too many methods in an earlier run. */
    default void refuse(int rule) {}

    /**
     * Patterns of the internal names of classes that probes look for, as {@link NamePattern}; a class that neither fits one of
     * them nor a rule need not be handed to {@link #weave}. One that begins with {@link ClassTrace#MARK} is about what the class
     * file contains. May grow while classes are woven.
     */
    List<String> watched();

    /**
     * What is watched besides while nobody knows yet whether it will be needed. It belongs to {@link #watched} once it is.
     */
    default List<String> watchedAtFirst() {
        return List.of();
    }

    /** Internal names of the classes that were looked at only because of {@link #watchedAtFirst}. */
    default List<String> lookedAtFirst() {
        return List.of();
    }

    /** Names of the probes that look for their library, whether it is there or not. */
    List<String> probes();
}
