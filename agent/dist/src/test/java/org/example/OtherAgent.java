package org.example;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Another agent: it looks at every class, loads some early, and has all of them transformed again. */
public final class OtherAgent {
    private OtherAgent() {}

    /** Called by the JVM. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) throws Exception {
        instrumentation.addTransformer(new Looker(), true);
        // Loads java.lang.Shutdown, which perf-agent weaves.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("other agent: end")));
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (instrumentation.isModifiableClass(loaded) && loaded.getName().startsWith("java.lang.S")) {
                instrumentation.retransformClasses(loaded);
            }
        }
        System.out.println("other agent: start");
    }

    private static final class Looker implements ClassFileTransformer {
        @Override
        public byte[] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            return bytes.clone();
        }
    }
}
