package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.plan.Candidates;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Gives loaded classes the form the plan has for them. One the plan does not know, though it may be of interest, is handed to
 * the weaver, and the answer remembered. A class that cannot be woven stays as it is, and agent.log says so.
 */
final class WeavingTransformer implements ClassFileTransformer {
    private static final double NANOS_PER_MS = 1e6;

    private final Plan plan;
    private final Candidates candidates;
    private final ColdPath cold;
    private final AgentLog log;
    private final AtomicLong weaveNanos = new AtomicLong();
    private volatile boolean hasWoven;

    WeavingTransformer(Plan plan, ColdPath cold, AgentLog log) {
        this.plan = plan;
        this.candidates = new Candidates(plan.watched(), plan.settings().rules());
        this.cold = cold;
        this.log = log;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] original) {
        if (name == null || cold.isIsolated(loader) || isOurs(name)) {
            return null;
        }
        try {
            LoaderKind kind = LoaderKind.of(loader);
            byte[] planned = plan.find(kind, name, original);
            if (planned != Plan.UNKNOWN) {
                return planned;
            }
            return candidates.mayMatch(kind, name, original) ? weave(kind, loader, name, original) : null;
        } catch (Throwable failure) { // the JVM would hide it
            log.tell("class " + name.replace('/', '.') + " could not be woven and runs as it is", failure);
            return null;
        }
    }

    private byte @Nullable [] weave(LoaderKind kind, @Nullable ClassLoader loader, String name, byte[] original)
            throws Exception {
        long from = System.nanoTime();
        Weaver weaver = cold.weaver(plan.settings(), plan.application());
        byte[] woven;
        if (hasWoven) {
            woven = weaver.weave(loader, name, original);
        } else {
            // The library's static initialisers refer to one another in circles: the first use is one thread's alone.
            synchronized (cold) {
                woven = weaver.weave(loader, name, original);
            }
            hasWoven = true;
        }
        plan.learn(kind, name, original, woven);
        weaveNanos.addAndGet(System.nanoTime() - from);
        return woven;
    }

    /** Whether this run asked the weaver about any class. */
    boolean hasWoven() {
        return hasWoven;
    }

    /** Time spent weaving so far, milliseconds. */
    double weaveMs() {
        return weaveNanos.get() / NANOS_PER_MS;
    }

    private static boolean isOurs(String name) {
        return name.startsWith("dev/perfagent/") || name.startsWith("java/lang/PerfAgent");
    }
}
