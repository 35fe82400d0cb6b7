package dev.perfagent.weave;

import dev.perfagent.plan.GeneratedNames;
import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Finds out which methods of a class get which hooks, and inlines these. Where several probes and rules are about the same
 * method, the hook of the first is the outermost: probes come first, then rules in the order of the settings.
 *
 * <p>Nearly all classes are of no interest to any of them, and cost a few string comparisons each.
 */
public final class ClassWeaver implements Weaver {
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    /** Classes that rules nearly matched, whose methods are kept to say which are meant. */
    private static final int MOST_NEAR_MISSES = 200;

    private final Probe[] probes;
    private final RuleMatcher[] rules;
    private final PublisherProbes publishers;
    private final AdviceCache adviceCache;
    private final Supertypes supertypes = new Supertypes();
    private final MatchLog log = new MatchLog();
    private final Map<String, List<String>> methodsOfNearMisses = new ConcurrentHashMap<>();

    /**
     * A weaver whose hooks call the hand-off by that internal name.
     *
     * @param mainClass name with dots; null when unknown
     * @param mayFail whether a verdict may change the exit code of the process
     */
    ClassWeaver(Settings settings, @Nullable String mainClass, boolean mayFail, String handoff) {
        this(settings, handoff, Probes.of(!settings.rules().isEmpty(), settings.observe(), mainClass, mayFail));
    }

    /** A weaver with those probes. */
    ClassWeaver(Settings settings, String handoff, Probe... probes) {
        this.probes = probes;
        List<Rule> given = settings.rules();
        rules = new RuleMatcher[given.size()];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = new RuleMatcher(given.get(i), i);
        }
        publishers = new PublisherProbes(given);
        adviceCache = new AdviceCache(handoff);
    }

    @Override
    public byte @Nullable [] weave(@Nullable ClassLoader loader, String name, byte[] original) {
        List<Probe> probed = probes(name);
        List<RuleMatcher> candidates = candidates(loader, name, original);
        List<Probe> ofPublishers = publishers.about(loader, name, original);
        if (probed.isEmpty() && candidates == null) {
            publishers.looksAt(name);
            if (ofPublishers.isEmpty()) {
                return null;
            }
        }
        byte[] bytes = ClassFile.readable(original);
        ClassReader reader = new ClassReader(bytes);
        if (loader != null && candidates != null) {
            keepFitting(candidates, loader, reader);
        }
        if (probed.isEmpty() && ofPublishers.isEmpty() && (candidates == null || candidates.isEmpty())) {
            return null;
        }
        ClassShape shape = ClassShape.of(reader);
        List<ClassHooks> requested = new ArrayList<>();
        for (Probe probe : probed) {
            requested.add(hooks(probe, probe.find(name), name, shape));
        }
        for (Probe probe : ofPublishers) {
            ClassHooks hooks = hooks(probe, PublisherProbes.find(probe, name), name, shape);
            hooks.isOneOfMany();
            requested.add(hooks);
        }
        if (candidates != null) {
            for (RuleMatcher rule : candidates) {
                requested.add(hooks(rule, name, shape));
            }
        }
        byte[] woven = edit(loader, name, bytes, reader, requested);
        if (woven == null) {
            return null;
        }
        if (name.equals(HandoffDefiner.HOST)) {
            woven = HandoffDefiner.insert(woven);
        }
        return bytes == original ? woven : ClassFile.withMajor(woven, ClassFile.major(original));
    }

    @Override
    public List<RuleMatch> matches() {
        List<RuleMatch> matches = UnobservedClients.withoutBases(log.entries());
        for (RuleMatcher rule : rules) {
            String refusal = rule.refusal();
            if (refusal != null) {
                matches.removeIf(match -> match.rule() == rule.index());
                matches.add(RuleMatch.ofRefusedRule(rule.index(), rule.subject(), refusal));
            }
        }
        return matches;
    }

    @Override
    public List<String> supertypes(ClassLoader loader, byte[] original) {
        return supertypes.all(loader, new ClassReader(ClassFile.readable(original)));
    }

    @Override
    public List<String> methods(String className) {
        return methodsOfNearMisses.getOrDefault(className, List.of());
    }

    @Override
    public void refuse(int rule) {
        rules[rule].refuse();
    }

    private List<Probe> probes(String name) {
        List<Probe> probed = List.of();
        for (Probe probe : probes) {
            if (probe.find(name) != null) {
                if (probed.isEmpty()) {
                    probed = new ArrayList<>(2);
                }
                probed.add(probe);
            }
        }
        return probed;
    }

    /**
     * The rules that may match the class; null when there are none. Rules are about the application, not about the JDK or the
     * agent.
     */
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
            for (ProbedClass probed : probe.classes()) {
                patterns.add(probed.pattern());
            }
        }
        for (RuleMatcher rule : rules) {
            if (rule.hasPublishers()) {
                patterns.addAll(publishers.watched());
                break;
            }
        }
        return patterns;
    }

    @Override
    public List<String> watchedAtFirst() {
        return publishers.watched();
    }

    @Override
    public List<String> lookedAtFirst() {
        return publishers.lookedAt();
    }

    @Override
    public List<String> probes() {
        List<String> names = new ArrayList<>(probes.length);
        for (Probe probe : probes) {
            if (!probe.name().isEmpty() && !names.contains(probe.name()) && !UnobservedClients.include(probe)) {
                names.add(probe.name());
            }
        }
        return names;
    }

    private byte @Nullable [] edit(
            @Nullable ClassLoader loader, String name, byte[] bytes, ClassReader reader, List<ClassHooks> requested) {
        List<ClassHooks.HookedMethod> methods = new ArrayList<>();
        for (ClassHooks each : requested) {
            methods.addAll(each.methods());
        }
        try {
            return methods.isEmpty()
                    ? null
                    : new SizeLimitedEdit(reader, new TargetFiles(loader, name, bytes), methods).edit();
        } catch (RuntimeException | LinkageError | AssertionError failure) { // the last one is how ASM refuses code
            for (ClassHooks.HookedMethod method : methods) {
                method.refuse("the class cannot be changed, see agent.log");
            }
            throw failure;
        } finally {
            for (ClassHooks each : requested) {
                each.report(log, name);
            }
        }
    }

    private ClassHooks hooks(Probe probe, @Nullable ProbedClass probed, String name, ClassShape shape) {
        ClassHooks hooks = new ClassHooks(RuleMatch.PROBE, probe.name(), true);
        if (probed == null) {
            return hooks;
        }
        if (probed.hooks().isEmpty()) {
            hooks.leavesUnobserved();
        }
        for (Hook hook : probed.hooks()) {
            MethodShape method = find(shape, probed, name, hook);
            if (method != null) {
                hooks.add(method, adviceCache.of(probed, name, hook));
            } else if (hook.required() && !probed.alternatives()) {
                hooks.misses(hook.method(), probe.versions());
            }
            if (!hooks.isEmpty() && probed.alternatives()) {
                break;
            }
        }
        return hooks;
    }

    private static @Nullable MethodShape find(ClassShape shape, ProbedClass probed, String name, Hook hook) {
        String original = probed.originalPackage();
        String descriptor = original.isEmpty()
                ? hook.descriptor()
                : hook.descriptor().replace(original, probed.actualPackage(name));
        for (MethodShape method : shape.methods()) {
            if (method.name().equals(hook.method())
                    && method.descriptor().equals(descriptor)
                    && method.hasCode()
                    && !(probed.alternatives() && method.is(Opcodes.ACC_PRIVATE))) {
                return method;
            }
        }
        return null;
    }

    private ClassHooks hooks(RuleMatcher rule, String name, ClassShape shape) {
        List<MethodShape> chosen = rule.choose(shape);
        List<MethodShape> valueless = chosen.isEmpty() ? rule.withoutValue(shape) : List.of();
        boolean isNearMiss = chosen.isEmpty() && valueless.isEmpty() && rule.isNearMiss(shape);
        if (isNearMiss && methodsOfNearMisses.size() < MOST_NEAR_MISSES) {
            methodsOfNearMisses.put(name.replace('/', '.'), shape.names());
        }
        ClassHooks hooks = new ClassHooks(rule.index(), rule.subject(), isNearMiss);
        if (!rule.counts(chosen.size())) {
            return new ClassHooks(rule.index(), rule.subject(), false);
        }
        for (MethodShape method : chosen) {
            hooks.add(method, rule.advice(adviceCache, method));
        }
        for (MethodShape method : valueless) {
            hooks.addRefused(method, rule.advice(adviceCache, method), rule.lack(method));
        }
        return hooks;
    }
}
