package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;

final class HaltAdvice {
    private HaltAdvice() {}

    @Advice.OnMethodEnter
    @SuppressWarnings("UnusedVariable") // what is assigned is the argument of the method that this is inlined into
    static void enter(@SiteNumber int site, @Advice.Argument(value = 0, readOnly = false) int status) {
        Object token = Handoff.enter(site, null, status);
        if (token instanceof Integer other) {
            status = other;
        }
    }
}
