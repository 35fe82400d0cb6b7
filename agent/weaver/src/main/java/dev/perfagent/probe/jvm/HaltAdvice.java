package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports the exit code of a halt, and may replace it. */
final class HaltAdvice {
    private HaltAdvice() {}

    @Advice.OnMethodEnter
    @SuppressWarnings("UnusedVariable") // the assignment changes the argument of the method into which it is inlined
    static void enter(@SiteNumber int site, @Advice.Argument(value = 0, readOnly = false) int status) {
        Object token = Handoff.enter(site, null, status);
        if (token instanceof Integer other) {
            status = other;
        }
    }
}
