package dev.perfagent.match;

import dev.perfagent.history.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule, or a probe of ours, and the classes it looked at.
 *
 * @param name the rule as {@code section: name}, or the probe's name
 * @param target what it is about, as {@code class com.example.* method fetch*}
 * @param calls how often its methods were called; null when not counted
 * @param noValue why none of these calls had a value to store; empty when one had, or when the rule stores none
 * @param matched classes of which it took methods
 * @param near classes that fit and have no method that does
 * @param notWoven classes with methods that fit and could not be woven
 * @param nearest classes that are probably meant, when none fits
 */
public record Subject(
        String name,
        String target,
        @Nullable Long calls,
        String noValue,
        List<ClassMatch> matched,
        List<ClassMatch> near,
        List<ClassMatch> notWoven,
        List<String> nearest) {
    public Subject {
        matched = List.copyOf(matched);
        near = List.copyOf(near);
        notWoven = List.copyOf(notWoven);
        nearest = List.copyOf(nearest);
    }

    static Subject of(Fields fields) {
        return new Subject(
                text(fields, "subject"),
                text(fields, "target"),
                fields.whole("calls"),
                text(fields, "no_value"),
                classes(fields, "matched"),
                classes(fields, "near"),
                classes(fields, "not_woven"),
                fields.texts("nearest"));
    }

    /** Whether it took any method. */
    public boolean isActive() {
        return !matched.isEmpty();
    }

    /** The target's patterns of one kind, such as those behind each {@code method}. */
    public List<String> patterns(String kind) {
        List<String> words = List.of(target.split(" +", -1));
        List<String> found = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            if (words.get(i).equals(kind)) {
                found.add(words.get(i + 1));
            }
        }
        return found;
    }

    private static List<ClassMatch> classes(Fields fields, String name) {
        return fields.objects(name).stream()
                .map(match -> new ClassMatch(
                        text(match, "class"),
                        match.texts("methods"),
                        text(match, "reason"),
                        text(match, "nearest_method")))
                .toList();
    }

    private static String text(Fields fields, String name) {
        String text = fields.text(name);
        return text == null ? "" : text;
    }

    /**
     * A class that was looked at.
     *
     * @param methods those taken; empty when none fits
     * @param reason why they could not be woven; else empty
     * @param nearestMethod the one that is probably meant, when none fits; else empty
     */
    public record ClassMatch(String name, List<String> methods, String reason, String nearestMethod) {
        public ClassMatch {
            methods = List.copyOf(methods);
        }
    }
}
