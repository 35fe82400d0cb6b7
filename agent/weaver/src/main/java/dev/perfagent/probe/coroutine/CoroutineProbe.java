package dev.perfagent.probe.coroutine;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Kotlin's coroutines, only where rules have phases or operations: the empty method that Kotlin calls for debuggers
 * each time that a coroutine goes on.
 */
public final class CoroutineProbe {
    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "kotlin-coroutines",
            "Kotlin 1.9 to 2.1",
            ProbedClass.of(
                    "kotlin/coroutines/jvm/internal/DebugProbesKt",
                    Hook.of(
                            "probeCoroutineResumed",
                            "(Lkotlin/coroutines/Continuation;)V",
                            Site.CALLER_RESUMED,
                            ResumedAdvice.class)));

    private CoroutineProbe() {}
}
