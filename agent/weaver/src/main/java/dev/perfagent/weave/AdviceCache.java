package dev.perfagent.weave;

import dev.perfagent.hook.Site;
import dev.perfagent.inline.Binding;
import dev.perfagent.inline.BoundAdvice;
import dev.perfagent.probe.AnswerBodySiteNumber;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.OwnWorkSiteNumber;
import dev.perfagent.probe.ProbedClass;
import dev.perfagent.probe.SiteNumber;
import dev.perfagent.probe.TimingAdvice;
import dev.perfagent.probe.coroutine.SuspendingAdvice;
import dev.perfagent.settings.ValuePath;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Advice that is ready to be inlined, made at first use and kept. Two threads may make the same advice. No lock is held while it
 * is made, because that loads classes, and a thread that loads classes may be waiting for the weaver.
 */
final class AdviceCache {
    private static final String SITE = Type.getDescriptor(SiteNumber.class);

    private final String handoff;
    private final AdviceNames plain;
    private final Map<String, AdviceNames> relocated = new ConcurrentHashMap<>(4);
    private final Map<String, BoundAdvice> ofHooks = new ConcurrentHashMap<>();

    /**
     * An empty cache.
     *
     * @param handoff internal name of the hand-off in the measured JVM
     */
    AdviceCache(String handoff) {
        this.handoff = handoff;
        this.plain = new AdviceNames(handoff, "", "");
    }

    /** The advice of a hook for the class of that internal name. */
    BoundAdvice of(ProbedClass probed, String className, Hook hook) {
        String actual = probed.actualPackage(className);
        String key = actual.concat(hook.advice().getName()).concat(hook.site().name());
        BoundAdvice advice = ofHooks.get(key);
        if (advice == null) {
            Map<String, Binding> numbers = Map.of(
                    SITE,
                    Binding.number(hook.site().number()),
                    Type.getDescriptor(OwnWorkSiteNumber.class),
                    Binding.number(Site.OURS.number()),
                    Type.getDescriptor(AnswerBodySiteNumber.class),
                    Binding.number(Site.HTTP_ANSWER_BODY.number()));
            advice = BoundAdvice.of(file(hook.advice()), names(probed.originalPackage(), actual), numbers);
            ofHooks.put(key, advice);
        }
        return advice;
    }

    /** Advice that reports when a method is entered and left. */
    BoundAdvice timing(int site) {
        return ofRule(TimingAdvice.class, site);
    }

    /** Advice that reports when a constructor is entered and left. */
    BoundAdvice constructor(int site) {
        return ofRule(ConstructorAdvice.class, site);
    }

    /** Advice that hands over what a method returns. */
    BoundAdvice result(int site) {
        return ofRule(ResultAdvice.class, site);
    }

    /** Advice that hands over the publisher that a method returns. */
    BoundAdvice publisher(int site) {
        return ofRule(PublisherAdvice.class, site);
    }

    /** Advice that reports when a suspending function of Kotlin is entered and left. */
    BoundAdvice suspending(int site) {
        return ofRule(SuspendingAdvice.class, site);
    }

    /** Advice that hands over an argument of a method, by index from 0. */
    BoundAdvice argument(int site, int index) {
        return ofRule(ArgumentAdvice.class, site, RuleArgument.class, Binding.argument(index));
    }

    /** Advice that hands over what a field of the class contains when a method ends. */
    BoundAdvice field(int site, String name) {
        return ofRule(FieldAdvice.class, site, RuleField.class, Binding.field(name));
    }

    /**
     * Advice that hands over the object, the cache's name and what the method returns.
     *
     * @param nameAt where the name is; null for nowhere
     */
    BoundAdvice cache(int site, @Nullable ValuePath nameAt) {
        Binding name;
        if (nameAt == null) {
            name = Binding.nothing();
        } else if (nameAt.field() == null) {
            name = Binding.argument(nameAt.argument());
        } else {
            name = Binding.field(nameAt.field());
        }
        return ofRule(CacheRuleAdvice.class, site, RuleName.class, name);
    }

    private BoundAdvice ofRule(Class<?> advice, int site) {
        return BoundAdvice.of(file(advice), plain, Map.of(SITE, Binding.number(site)));
    }

    private BoundAdvice ofRule(Class<?> advice, int site, Class<?> annotation, Binding value) {
        return BoundAdvice.of(
                file(advice), plain, Map.of(SITE, Binding.number(site), Type.getDescriptor(annotation), value));
    }

    private static byte[] file(Class<?> advice) {
        byte[] file = ClassFile.find(advice.getClassLoader(), advice.getName().replace('.', '/'));
        if (file == null) {
            throw new IllegalStateException("no class file of ".concat(advice.getName()));
        }
        return file;
    }

    private AdviceNames names(String original, String actual) {
        if (actual.equals(original)) {
            return plain;
        }
        AdviceNames names = relocated.get(actual);
        if (names == null) {
            names = new AdviceNames(handoff, original, actual);
            relocated.put(actual, names);
        }
        return names;
    }
}
