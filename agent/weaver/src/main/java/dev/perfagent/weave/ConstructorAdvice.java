package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports when a constructor is entered and left. One that throws is not seen to end, because code before the call of
 * the superclass's constructor cannot have an exception handler; it ends with the phase around it.
 */
final class ConstructorAdvice {
    private ConstructorAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site) {
        return Handoff.enter(site, null, null);
    }

    @Advice.OnMethodExit
    static void exit(@SiteNumber int site, @Advice.Enter @Nullable Object token) {
        Handoff.exit(site, token, null, null);
    }
}
