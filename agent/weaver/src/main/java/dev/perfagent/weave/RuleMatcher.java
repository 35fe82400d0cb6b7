package dev.perfagent.weave;

import dev.perfagent.hook.Site;
import dev.perfagent.inline.BoundAdvice;
import dev.perfagent.plan.NamePattern;
import dev.perfagent.plan.RuleFilter;
import dev.perfagent.settings.CacheRole;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import dev.perfagent.settings.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A rule that is asked about classes, the cheapest question first. */
final class RuleMatcher {
    /** What a method hands over. */
    private enum AdviceKind {
        FIELD,
        ARGUMENT,
        RESULT,
        CONSTRUCTOR,
        CACHE,
        SUSPENDING,
        PUBLISHER,
        TIMING
    }

    /** More methods than anyone reads as phases, and so many hooks that they would be most of what is measured. */
    static final int MOST_METHODS = 2_000;

    private static final int NEVER = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE;

    private final Rule rule;
    private final int index;
    private final @Nullable NamePattern className;
    private final @Nullable NamePattern annotated;
    private final @Nullable NamePattern implementing;
    private final RuleFilter filter;
    /** When empty, every method matches except those of Object. */
    private final List<MethodPattern> methods;

    private final List<MethodPattern> excluded;
    private final Map<AdviceKind, BoundAdvice> advice = new ConcurrentHashMap<>();
    private final AtomicInteger matched = new AtomicInteger();

    RuleMatcher(Rule rule, int index) {
        Target target = rule.target();
        this.rule = rule;
        this.index = index;
        this.className = pattern(target.className());
        this.annotated = pattern(target.annotated());
        this.implementing = pattern(target.implementing());
        this.filter = new RuleFilter(target);
        this.methods = patterns(target.methods());
        this.excluded = patterns(target.excludedMethods());
    }

    private static List<MethodPattern> patterns(List<String> methods) {
        List<MethodPattern> patterns = new ArrayList<>(methods.size());
        for (String method : methods) {
            patterns.add(new MethodPattern(method));
        }
        return patterns;
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
        return choose(shape, true);
    }

    /** The methods of a class that fits which would be woven, if they had the value that the rule asks for. */
    List<MethodShape> withoutValue(ClassShape shape) {
        return choose(shape, false);
    }

    private List<MethodShape> choose(ClassShape shape, boolean withValue) {
        boolean ofClass = annotated == null || matchesAny(annotated, shape.annotations());
        List<MethodShape> chosen = new ArrayList<>();
        for (MethodShape method : shape.methods()) {
            if (!method.is(NEVER)
                    && !(method.is(Opcodes.ACC_SYNTHETIC) && !method.isLambdaBody())
                    && isNamed(method)
                    && !isAmong(excluded, method)
                    && (ofClass || matchesAny(annotated, method.annotations()))
                    && hasValue(method, shape) == withValue) {
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

    BoundAdvice advice(AdviceCache adviceCache, MethodShape method) {
        AdviceKind kind = kind(method);
        BoundAdvice made = advice.get(kind);
        if (made == null) {
            made = make(adviceCache, kind);
            advice.put(kind, made);
        }
        return made;
    }

    /** Whether it measures a method that returns a publisher. */
    boolean hasPublishers() {
        return advice.containsKey(AdviceKind.PUBLISHER);
    }

    private AdviceKind kind(MethodShape method) {
        if (rule instanceof Rule.Context context) {
            ValuePath value = context.value();
            return value.field() != null
                    ? AdviceKind.FIELD
                    : value.argument() < 0 ? AdviceKind.RESULT : AdviceKind.ARGUMENT;
        }
        if (rule instanceof Rule.Cache) {
            return AdviceKind.CACHE;
        }
        if (method.isConstructor()) {
            return AdviceKind.CONSTRUCTOR;
        }
        if (!(rule instanceof Rule.Command) && method.isSuspending()) {
            return AdviceKind.SUSPENDING;
        }
        if (!(rule instanceof Rule.Command) && method.returnsPublisher()) {
            return AdviceKind.PUBLISHER;
        }
        return method.returnsFuture() ? AdviceKind.RESULT : AdviceKind.TIMING;
    }

    private BoundAdvice make(AdviceCache adviceCache, AdviceKind kind) {
        int site = Site.ofRule(index);
        return switch (kind) {
            case FIELD ->
                adviceCache.field(
                        site, String.valueOf(((Rule.Context) rule).value().field()));
            case ARGUMENT ->
                adviceCache.argument(site, ((Rule.Context) rule).value().argument());
            case CACHE -> adviceCache.cache(site, ((Rule.Cache) rule).nameAt());
            case RESULT -> adviceCache.result(site);
            case CONSTRUCTOR -> adviceCache.constructor(site);
            case SUSPENDING -> adviceCache.suspending(site);
            case PUBLISHER -> adviceCache.publisher(site);
            case TIMING -> adviceCache.timing(site);
        };
    }

    /**
     * Counts methods that match.
     *
     * @return whether they may be woven, because there are not too many yet
     */
    boolean counts(int methods) {
        return matched.addAndGet(methods) <= MOST_METHODS;
    }

    /** Refuses the rule from the start, as a run before this one did. */
    void refuse() {
        matched.set(MOST_METHODS + 1);
    }

    /** Why the rule is not used; null when it is. */
    @Nullable
    String refusal() {
        int methods = matched.get();
        return methods <= MOST_METHODS
                ? null
                : "not used, because it matches more than " + MOST_METHODS + " methods (" + methods
                        + " of the classes that were loaded); use a narrower pattern or 'exclude'";
    }

    private boolean isNamed(MethodShape method) {
        if (methods.isEmpty()) {
            String name = method.name();
            return !method.isConstructor()
                    && !method.isLambdaBody()
                    && !name.equals("toString")
                    && !name.equals("hashCode")
                    && !name.equals("equals");
        }
        return isAmong(methods, method);
    }

    private static boolean isAmong(List<MethodPattern> patterns, MethodShape method) {
        for (MethodPattern pattern : patterns) {
            if (pattern.isOfConstructors() == method.isConstructor() && pattern.matches(method)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasValue(MethodShape method, ClassShape shape) {
        boolean isVoid = method.descriptor().endsWith(")V");
        if (rule instanceof Rule.Context context) {
            ValuePath value = context.value();
            return value.field() == null && value.argument() < 0 ? !isVoid : hasValue(value, method, shape);
        }
        if (rule instanceof Rule.Cache cache) {
            ValuePath name = cache.nameAt();
            return !method.isConstructor()
                    && (!isVoid || cache.role() == CacheRole.LOAD)
                    && (name == null || hasValue(name, method, shape));
        }
        return true;
    }

    /** Why a method has no value, see {@link #withoutValue}. */
    String lack(MethodShape method) {
        ValuePath at = null;
        if (rule instanceof Rule.Context context) {
            at = context.value();
        } else if (rule instanceof Rule.Cache cache && !method.descriptor().endsWith(")V")) {
            at = cache.nameAt();
        }
        if (at == null || at.field() == null && at.argument() < 0) {
            return "it returns nothing";
        }
        if (at.field() != null) {
            return "its class declares no field '" + at.field() + "' that it can read";
        }
        int parameters = Type.getArgumentTypes(method.descriptor()).length;
        return "it has no argument." + at.argument()
                + (parameters == 0 ? "" : ", the last one is argument." + (parameters - 1));
    }

    private static boolean hasValue(ValuePath at, MethodShape method, ClassShape shape) {
        String field = at.field();
        return field == null
                ? at.argument() < Type.getArgumentTypes(method.descriptor()).length
                : shape.hasField(field, method.is(Opcodes.ACC_STATIC));
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
