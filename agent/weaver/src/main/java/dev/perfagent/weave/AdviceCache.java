package dev.perfagent.weave;

import dev.perfagent.hook.Site;
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
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Advice that is ready to be inlined, made at first use and kept. Two threads may make the same advice. No lock is held while it
 * is made, because that loads classes, and a thread that loads classes may be waiting for the weaver.
 */
final class AdviceCache {
    private final String handoff;
    private final AdviceLocator plain;
    private final Map<String, AdviceLocator> relocated = new ConcurrentHashMap<>(4);
    private final Map<String, Advice> ofHooks = new ConcurrentHashMap<>();

    /**
     * An empty cache.
     *
     * @param handoff internal name of the hand-off in the measured JVM
     */
    AdviceCache(String handoff) {
        this.handoff = handoff;
        this.plain = new AdviceLocator(handoff, "", "");
    }

    /** The advice of a hook for the class of that internal name. */
    Advice of(ProbedClass probed, String className, Hook hook) {
        String actual = probed.actualPackage(className);
        String key = actual.concat(hook.advice().getName()).concat(hook.site().name());
        Advice advice = ofHooks.get(key);
        if (advice == null) {
            AdviceLocator locator = locator(probed.originalPackage(), actual);
            advice = Advice.withCustomMapping()
                    .bind(SiteNumber.class, hook.site().number())
                    .bind(OwnWorkSiteNumber.class, Site.OURS.number())
                    .bind(AnswerBodySiteNumber.class, Site.HTTP_ANSWER_BODY.number())
                    .to(locator.describe(hook.advice()), locator)
                    .withAssigner(LibraryTypeAssigner.INSTANCE);
            ofHooks.put(key, advice);
        }
        return advice;
    }

    /** Advice that reports when a method is entered and left. */
    Advice timing(int site) {
        return Advice.withCustomMapping().bind(SiteNumber.class, site).to(plain.describe(TimingAdvice.class), plain);
    }

    /** Advice that reports when a constructor is entered and left. */
    Advice constructor(int site) {
        return Advice.withCustomMapping()
                .bind(SiteNumber.class, site)
                .to(plain.describe(ConstructorAdvice.class), plain);
    }

    /** Advice that hands over what a method returns. */
    Advice result(int site) {
        return Advice.withCustomMapping().bind(SiteNumber.class, site).to(plain.describe(ResultAdvice.class), plain);
    }

    /** Advice that hands over the publisher that a method returns. */
    Advice publisher(int site) {
        return Advice.withCustomMapping().bind(SiteNumber.class, site).to(plain.describe(PublisherAdvice.class), plain);
    }

    /** Advice that reports when a suspending function of Kotlin is entered and left. */
    Advice suspending(int site) {
        return Advice.withCustomMapping()
                .bind(SiteNumber.class, site)
                .to(plain.describe(SuspendingAdvice.class), plain);
    }

    /** Advice that hands over an argument of a method, by index from 0. */
    Advice argument(int site, int index) {
        return Advice.withCustomMapping()
                .bind(SiteNumber.class, site)
                .bind(RuleArgument.class, argumentAt(index))
                .to(plain.describe(ArgumentAdvice.class), plain);
    }

    /** Advice that hands over what a field of the class contains when a method ends. */
    Advice field(int site, String name) {
        return Advice.withCustomMapping()
                .bind(SiteNumber.class, site)
                .bind(RuleField.class, fieldOf(name))
                .to(plain.describe(FieldAdvice.class), plain);
    }

    /**
     * Advice that hands over the object, the cache's name and what the method returns.
     *
     * @param nameAt where the name is; null for nowhere
     */
    Advice cache(int site, @Nullable ValuePath nameAt) {
        Advice.WithCustomMapping advice = Advice.withCustomMapping().bind(SiteNumber.class, site);
        if (nameAt == null) {
            advice = advice.bind(RuleName.class, (Object) null);
        } else if (nameAt.field() == null) {
            advice = advice.bind(RuleName.class, argumentAt(nameAt.argument()));
        } else {
            advice = advice.bind(RuleName.class, fieldOf(nameAt.field()));
        }
        return advice.to(plain.describe(CacheRuleAdvice.class), plain);
    }

    private static Advice.OffsetMapping argumentAt(int index) {
        return new Advice.OffsetMapping.ForArgument.Unresolved(
                TypeDescription.ForLoadedType.of(Object.class).asGenericType(), true, Assigner.Typing.DYNAMIC, index);
    }

    private static Advice.OffsetMapping fieldOf(String name) {
        return new Advice.OffsetMapping.ForField.Unresolved.WithImplicitType(
                TypeDescription.ForLoadedType.of(Object.class).asGenericType(), true, Assigner.Typing.DYNAMIC, name);
    }

    private AdviceLocator locator(String original, String actual) {
        if (actual.equals(original)) {
            return plain;
        }
        AdviceLocator locator = relocated.get(actual);
        if (locator == null) {
            locator = new AdviceLocator(handoff, original, actual);
            relocated.put(actual, locator);
        }
        return locator;
    }
}
