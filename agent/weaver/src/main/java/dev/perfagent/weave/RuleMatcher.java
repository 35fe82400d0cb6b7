package dev.perfagent.weave;

import dev.perfagent.hook.Site;
import dev.perfagent.plan.NamePattern;
import dev.perfagent.plan.RuleFilter;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** A rule that is asked about classes, the cheapest question first. */
final class RuleMatcher {
    private static final int NEVER =
            Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;

    private final Rule rule;
    private final int index;
    private final @Nullable NamePattern className;
    private final @Nullable NamePattern annotated;
    private final @Nullable NamePattern implementing;
    private final RuleFilter filter;
    /** When empty, every method matches except those of Object. */
    private final List<NamePattern> methods;

    private volatile @Nullable Advice advice;

    RuleMatcher(Rule rule, int index) {
        Target target = rule.target();
        this.rule = rule;
        this.index = index;
        this.className = pattern(target.className());
        this.annotated = pattern(target.annotated());
        this.implementing = pattern(target.implementing());
        this.filter = new RuleFilter(target);
        this.methods = new ArrayList<>(target.methods().size());
        for (String method : target.methods()) {
            methods.add(new NamePattern(method));
        }
    }

    /** The rule's index in the settings. */
    int index() {
        return index;
    }

    /** The rule's name in {@link dev.perfagent.plan.RuleMatch}. */
    String subject() {
        return rule.section().concat(": ").concat(rule.name());
    }

    /** Whether the class may match, judged by its name or its raw bytes. */
    boolean mayMatch(String name, byte[] bytes) {
        return filter.mayMatch(name, bytes);
    }

    /** Whether the class, which may match, has the supertype that the rule asks for. */
    boolean fits(ClassLoader loader, ClassReader reader, Supertypes supertypes) {
        return implementing == null || supertypes.include(implementing, loader, reader);
    }

    /** The methods to weave in a class that fits. */
    List<MethodShape> choose(ClassShape shape) {
        boolean ofClass = annotated == null || matchesAny(annotated, shape.annotations());
        List<MethodShape> chosen = new ArrayList<>();
        for (MethodShape method : shape.methods()) {
            if (!method.is(NEVER)
                    && !method.isConstructor()
                    && isNamed(method)
                    && (ofClass || matchesAny(annotated, method.annotations()))
                    && hasValue(method)) {
                chosen.add(method);
            }
        }
        return chosen;
    }

    /**
     * Whether a class that fits, but has no method to weave, is worth reporting. Where the rule has only a pattern, the class is
     * just one of many in its package.
     */
    boolean isNearMiss(ClassShape shape) {
        if (className != null && !className.isWild()) {
            return true;
        }
        if (annotated == null) {
            return implementing != null;
        }
        boolean found = matchesAny(annotated, shape.annotations());
        for (MethodShape method : shape.methods()) {
            found |= matchesAny(annotated, method.annotations());
        }
        return found;
    }

    Advice advice(AdviceCache adviceCache) {
        Advice made = advice;
        if (made == null) {
            made = make(adviceCache);
            advice = made;
        }
        return made;
    }

    private Advice make(AdviceCache adviceCache) {
        if (rule instanceof Rule.Context context) {
            int argument = context.value().argument();
            return argument < 0
                    ? adviceCache.result(Site.ofRule(index))
                    : adviceCache.argument(Site.ofRule(index), argument);
        }
        return adviceCache.timing(Site.ofRule(index));
    }

    private boolean isNamed(MethodShape method) {
        if (methods.isEmpty()) {
            String name = method.name();
            return !name.equals("toString") && !name.equals("hashCode") && !name.equals("equals");
        }
        for (NamePattern pattern : methods) {
            if (pattern.matches(method.name())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasValue(MethodShape method) {
        if (rule instanceof Rule.Context context) {
            int argument = context.value().argument();
            return argument < 0
                    ? !method.descriptor().endsWith(")V")
                    : argument < Type.getArgumentTypes(method.descriptor()).length;
        }
        return true;
    }

    private static boolean matchesAny(@Nullable NamePattern pattern, List<String> names) {
        if (pattern != null) {
            for (String name : names) {
                if (pattern.matches(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable NamePattern pattern(@Nullable String text) {
        return text == null ? null : new NamePattern(text);
    }
}
