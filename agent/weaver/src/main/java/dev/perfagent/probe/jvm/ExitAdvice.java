package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports the exit code. */
final class ExitAdvice {
    private ExitAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@SiteNumber int site, @Advice.Argument(0) int status) {
        Handoff.enter(site, null, status);
    }
}
