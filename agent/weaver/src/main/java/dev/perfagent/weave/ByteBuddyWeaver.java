package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.plan.GeneratedNames;
import dev.perfagent.plan.Rule;
import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Settings;
import dev.perfagent.plan.Weaver;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Weaves what the probes and the rules ask for. Of several that want the same method, the first is outermost: probes, then
 * rules in the order of the settings.
 *
 * <p>A class that nothing asks for, which is nearly every class, costs some string comparisons.
 */
public final class ByteBuddyWeaver implements Weaver {
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private final Probe[] probes;
    private final RuleMatcher[] rules;
    private final AdviceBook book;
    private final Supertypes supertypes = new Supertypes();
    private final MatchLog log = new MatchLog();

    /**
     * A weaver for a measured JVM. Called reflectively by the agent.
     *
     * @param mainClass name with dots; null when unknown
     * @param mayFail whether a verdict may change the exit code of the process
     */
    public ByteBuddyWeaver(Settings settings, @Nullable String mainClass, boolean mayFail) {
        this(settings, mainClass, mayFail, Handoff.BOOT_NAME);
    }

    /** A weaver whose hooks call the hand-off by that internal name. */
    ByteBuddyWeaver(Settings settings, @Nullable String mainClass, boolean mayFail, String handoff) {
        probes = Probes.of(settings.observe(), mainClass, mayFail);
        List<Rule> given = settings.rules();
        rules = new RuleMatcher[given.size()];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = new RuleMatcher(given.get(i), i);
        }
        book = new AdviceBook(handoff);
    }

    @Override
    public byte @Nullable [] weave(@Nullable ClassLoader loader, String name, byte[] original) {
        Probe probe = probe(name);
        List<RuleMatcher> candidates = candidates(loader, name, original);
        if (probe == null && candidates == null) {
            return null;
        }
        byte[] bytes = ClassFile.readable(original);
        ClassReader reader = new ClassReader(bytes);
        if (loader != null && candidates != null) {
            keepFitting(candidates, loader, reader);
        }
        if (probe == null && (candidates == null || candidates.isEmpty())) {
            return null;
        }
        ClassShape shape = ClassShape.of(reader);
        Map<String, List<Advice>> advice = new LinkedHashMap<>();
        if (probe != null) {
            ask(probe, name, shape, advice);
        }
        if (candidates != null) {
            for (RuleMatcher rule : candidates) {
                ask(rule, name, shape, advice);
            }
        }
        if (advice.isEmpty()) {
            return null;
        }
        byte[] woven = BodyEditor.edit(loader, name, bytes, reader, advice);
        if (name.equals(HandoffDefiner.HOST)) {
            woven = HandoffDefiner.insert(woven);
        }
        return bytes == original ? woven : ClassFile.withMajor(woven, ClassFile.major(original));
    }

    @Override
    public List<RuleMatch> matches() {
        return log.entries();
    }

    private @Nullable Probe probe(String name) {
        for (Probe probe : probes) {
            if (probe.covers(name)) {
                return probe;
            }
        }
        return null;
    }

    /** The rules that may be about that class; null when none. Rules are for the application, not for the JDK or for us. */
    private @Nullable List<RuleMatcher> candidates(@Nullable ClassLoader loader, String name, byte[] bytes) {
        if (rules.length == 0 || loader == null || loader == PLATFORM || GeneratedNames.include(name)) {
            return null;
        }
        List<RuleMatcher> candidates = null;
        for (RuleMatcher rule : rules) {
            if (rule.mayMatch(name, bytes)) {
                if (candidates == null) {
                    candidates = new ArrayList<>();
                }
                candidates.add(rule);
            }
        }
        return candidates;
    }

    private void keepFitting(List<RuleMatcher> candidates, ClassLoader loader, ClassReader reader) {
        for (int i = candidates.size() - 1; i >= 0; i--) {
            if (!candidates.get(i).fits(loader, reader, supertypes)) {
                candidates.remove(i);
            }
        }
    }

    @Override
    public List<String> watched() {
        List<String> patterns = new ArrayList<>();
        for (Probe probe : probes) {
            patterns.addAll(probe.watched());
        }
        return patterns;
    }

    @Override
    public List<String> probes() {
        List<String> names = new ArrayList<>(probes.length);
        for (Probe probe : probes) {
            if (!names.contains(probe.name())) {
                names.add(probe.name());
            }
        }
        return names;
    }

    private void ask(Probe probe, String name, ClassShape shape, Map<String, List<Advice>> advice) {
        List<String> woven = new ArrayList<>();
        String home = probe.home();
        String place = probe.place(name);
        for (Hook hook : probe.hooks(name)) {
            String descriptor =
                    place.equals(home) ? hook.descriptor() : hook.descriptor().replace(home, place);
            for (MethodShape method : shape.methods()) {
                if (method.name().equals(hook.method())
                        && method.descriptor().equals(descriptor)
                        && method.hasCode()
                        && (probe.weavesPrivate() || !method.is(Opcodes.ACC_PRIVATE))) {
                    add(advice, method, book.of(probe, name, hook));
                    woven.add(method.name());
                }
            }
            if (!woven.isEmpty() && probe.alternatives()) {
                break;
            }
        }
        log.add(RuleMatch.PROBE, probe.name(), name, woven);
    }

    private void ask(RuleMatcher rule, String name, ClassShape shape, Map<String, List<Advice>> advice) {
        List<String> woven = new ArrayList<>();
        for (MethodShape method : rule.choose(shape)) {
            add(advice, method, rule.advice(book));
            woven.add(method.name());
        }
        if (!woven.isEmpty() || rule.isNearMiss(shape)) {
            log.add(rule.index(), rule.subject(), name, woven);
        }
    }

    private static void add(Map<String, List<Advice>> all, MethodShape method, Advice advice) {
        String key = method.key();
        List<Advice> ofMethod = all.get(key);
        if (ofMethod == null) {
            ofMethod = new ArrayList<>(2);
            all.put(key, ofMethod);
        }
        ofMethod.add(advice);
    }
}
