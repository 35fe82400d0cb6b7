package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
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
        this(settings, handoff, Probes.of(settings.observe(), mainClass, mayFail));
    }

    /** A weaver with those probes. */
    ByteBuddyWeaver(Settings settings, String handoff, Probe... probes) {
        this.probes = probes;
        List<Rule> given = settings.rules();
        rules = new RuleMatcher[given.size()];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = new RuleMatcher(given.get(i), i);
        }
        book = new AdviceBook(handoff);
    }

    @Override
    public byte @Nullable [] weave(@Nullable ClassLoader loader, String name, byte[] original) {
        List<Probe> probed = probes(name);
        List<RuleMatcher> candidates = candidates(loader, name, original);
        if (probed.isEmpty() && candidates == null) {
            return null;
        }
        byte[] bytes = ClassFile.readable(original);
        ClassReader reader = new ClassReader(bytes);
        if (loader != null && candidates != null) {
            keepFitting(candidates, loader, reader);
        }
        if (probed.isEmpty() && (candidates == null || candidates.isEmpty())) {
            return null;
        }
        ClassShape shape = ClassShape.of(reader);
        List<Wish> wishes = new ArrayList<>();
        for (Probe probe : probed) {
            wishes.add(ask(probe, name, shape));
        }
        if (candidates != null) {
            for (RuleMatcher rule : candidates) {
                wishes.add(ask(rule, shape));
            }
        }
        byte[] woven = edit(loader, name, bytes, reader, wishes);
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
        return log.entries();
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
            for (ProbedClass probed : probe.classes()) {
                patterns.add(probed.pattern());
            }
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

    private byte @Nullable [] edit(
            @Nullable ClassLoader loader, String name, byte[] bytes, ClassReader reader, List<Wish> wishes) {
        List<Wish.Hooked> hooks = new ArrayList<>();
        for (Wish wish : wishes) {
            hooks.addAll(wish.hooked());
        }
        try {
            return hooks.isEmpty() ? null : new LimitedEdit(loader, name, bytes, reader, hooks).edit();
        } catch (RuntimeException | LinkageError failure) {
            for (Wish.Hooked hook : hooks) {
                hook.refuse("the class cannot be changed, see agent.log");
            }
            throw failure;
        } finally {
            for (Wish wish : wishes) {
                wish.tell(log, name);
            }
        }
    }

    private Wish ask(Probe probe, String name, ClassShape shape) {
        Wish wish = new Wish(RuleMatch.PROBE, probe.name(), true);
        ProbedClass probed = probe.find(name);
        if (probed == null) {
            return wish;
        }
        for (Hook hook : probed.hooks()) {
            MethodShape method = find(shape, probed, name, hook);
            if (method != null) {
                wish.add(method, book.of(probed, name, hook));
            } else if (hook.required() && !probed.alternatives()) {
                wish.lacks(hook.method(), probe.versions());
            }
            if (!wish.isEmpty() && probed.alternatives()) {
                break;
            }
        }
        return wish;
    }

    private static @Nullable MethodShape find(ClassShape shape, ProbedClass probed, String name, Hook hook) {
        String home = probed.home();
        String descriptor =
                home.isEmpty() ? hook.descriptor() : hook.descriptor().replace(home, probed.place(name));
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

    private Wish ask(RuleMatcher rule, ClassShape shape) {
        Wish wish = new Wish(rule.index(), rule.subject(), rule.isNearMiss(shape));
        for (MethodShape method : rule.choose(shape)) {
            wish.add(method, rule.advice(book));
        }
        return wish;
    }
}
