package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports that all shutdown hooks are done. */
final class ShutdownAdvice {
    private ShutdownAdvice() {}

    @Advice.OnMethodExit
    static void exit(@SiteNumber int site) {
        Handoff.exit(site, null, null, null);
    }
}
