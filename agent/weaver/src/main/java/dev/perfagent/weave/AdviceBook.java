package dev.perfagent.weave;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.OursNumber;
import dev.perfagent.probe.ProbedClass;
import dev.perfagent.probe.SiteNumber;
import dev.perfagent.probe.TimingAdvice;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Advice that is ready to be inlined, made on first use and kept. Two threads may make the same; no lock is held meanwhile,
 * for making it loads classes, and whoever loads classes may be waiting for us in turn.
 */
final class AdviceBook {
    private final String handoff;
    private final AdviceSource plain;
    private final Map<String, AdviceSource> relocated = new ConcurrentHashMap<>(4);
    private final Map<String, Advice> ofHooks = new ConcurrentHashMap<>();

    /**
     * Nothing is made yet.
     *
     * @param handoff internal name of the hand-off in the measured JVM
     */
    AdviceBook(String handoff) {
        this.handoff = handoff;
        this.plain = new AdviceSource(handoff, "", "");
    }

    /** The advice of a hook for the class of that internal name. */
    Advice of(ProbedClass probed, String className, Hook hook) {
        String place = probed.place(className);
        String key = place.concat(hook.advice().getName()).concat(hook.site().name());
        Advice advice = ofHooks.get(key);
        if (advice == null) {
            AdviceSource source = source(probed.home(), place);
            advice = Advice.withCustomMapping()
                    .bind(SiteNumber.class, hook.site().number())
                    .bind(OursNumber.class, Site.OURS.number())
                    .to(source.describe(hook.advice()), source);
            ofHooks.put(key, advice);
        }
        return advice;
    }

    /** Advice that reports when a method is entered and left. */
    Advice timing(int site) {
        return Advice.withCustomMapping().bind(SiteNumber.class, site).to(plain.describe(TimingAdvice.class), plain);
    }

    /** Advice that hands over what a method returns. */
    Advice result(int site) {
        return Advice.withCustomMapping().bind(SiteNumber.class, site).to(plain.describe(ResultAdvice.class), plain);
    }

    /** Advice that hands over an argument of a method, by index from 0. */
    Advice argument(int site, int index) {
        return Advice.withCustomMapping()
                .bind(SiteNumber.class, site)
                .bind(
                        RuleArgument.class,
                        new Advice.OffsetMapping.ForArgument.Unresolved(
                                TypeDescription.ForLoadedType.of(Object.class).asGenericType(),
                                true,
                                Assigner.Typing.DYNAMIC,
                                index))
                .to(plain.describe(ArgumentAdvice.class), plain);
    }

    private AdviceSource source(String home, String place) {
        if (place.equals(home)) {
            return plain;
        }
        AdviceSource source = relocated.get(place);
        if (source == null) {
            source = new AdviceSource(handoff, home, place);
            relocated.put(place, source);
        }
        return source;
    }
}
