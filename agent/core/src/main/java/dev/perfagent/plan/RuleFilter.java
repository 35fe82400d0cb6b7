package dev.perfagent.plan;

import dev.perfagent.settings.Target;
import org.jspecify.annotations.Nullable;

/** The cheap questions of a rule about a class: its name, and whether an annotation occurs in its raw bytes at all. */
public final class RuleFilter {
    private final boolean asksSupertypes;
    private final @Nullable NamePattern className;
    private final NamePattern[] excluded;
    /** What any class file with the annotation contains; null when that cannot be said. */
    private final @Nullable String annotationTrace;

    /** For a rule with that target. */
    public RuleFilter(Target target) {
        String wanted = target.className();
        String annotated = target.annotated();
        asksSupertypes = target.implementing() != null;
        className = wanted == null ? null : new NamePattern(wanted);
        excluded = new NamePattern[target.excludedClasses().size()];
        for (int i = 0; i < excluded.length; i++) {
            excluded[i] = new NamePattern(target.excludedClasses().get(i));
        }
        annotationTrace = annotated == null || annotated.indexOf('*') >= 0 ? null : trace(annotated);
    }

    /** Whether the rule looks at supertypes, so that its answer is not in the class's own bytes alone. */
    boolean asksSupertypes() {
        return asksSupertypes;
    }

    /** Whether the rule names its classes, so that a class's name alone can rule it out. */
    boolean namesClasses() {
        return className != null;
    }

    /** Whether a class of that package may be one of the rule's. */
    boolean mayMatchPackage(String packageName) {
        return className == null || className.mayFitIn(packageName);
    }

    /** Whether a class of that internal name may be one of the rule's. */
    boolean mayMatchName(String name) {
        if (className != null && !className.matches(name)) {
            return false;
        }
        for (NamePattern each : excluded) {
            if (each.matches(name)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the class may be one of the rule's; a class of which this says no is none. */
    public boolean mayMatch(String name, byte[] bytes) {
        if (!mayMatchName(name)) {
            return false;
        }
        return annotationTrace == null || contains(bytes, annotationTrace);
    }

    private static @Nullable String trace(String annotation) {
        int start = Math.max(annotation.lastIndexOf('.'), annotation.lastIndexOf('$')) + 1;
        String trace = annotation.substring(start).concat(";");
        for (int i = 0; i < trace.length(); i++) {
            if (trace.charAt(i) >= 0x80) {
                return null; // not one byte a character in a class file
            }
        }
        return trace;
    }

    private static boolean contains(byte[] bytes, String text) {
        int last = bytes.length - text.length();
        char first = text.charAt(0);
        for (int start = 0; start <= last; start++) {
            if (bytes[start] == first && containsAt(bytes, start, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsAt(byte[] bytes, int start, String text) {
        for (int i = 1; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
