package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.plan.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Hands loaded classes to the weaver. A class that cannot be woven stays as it is, and agent.log says so. */
final class WeavingTransformer implements ClassFileTransformer {
    private final Weaver weaver;
    private final ClassLoader isolated;
    private final AgentLog log;
    private final AtomicLong nanos = new AtomicLong();

    WeavingTransformer(Weaver weaver, ClassLoader isolated, AgentLog log) {
        this.weaver = weaver;
        this.isolated = isolated;
        this.log = log;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] original) {
        if (name == null || loader == isolated || isOurs(name)) {
            return null;
        }
        long from = System.nanoTime();
        try {
            return weaver.weave(loader, name, original);
        } catch (Throwable failure) { // the JVM would hide it
            log.tell("class " + name.replace('/', '.') + " could not be woven and runs as it is", failure);
            return null;
        } finally {
            nanos.addAndGet(System.nanoTime() - from);
        }
    }

    /** Time spent weaving so far, milliseconds. */
    double weaveMs() {
        return nanos.get() / 1e6;
    }

    private static boolean isOurs(String name) {
        return name.startsWith("dev/perfagent/") || name.startsWith("java/lang/PerfAgent");
    }
}
