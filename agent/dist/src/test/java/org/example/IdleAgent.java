package org.example;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** An agent that does nothing: what the JVM itself spends on having one. */
public final class IdleAgent {
    private IdleAgent() {}

    /** Called by the JVM. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        // Nothing, on purpose.
    }
}
