package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports when a constructor is entered and when it has made its object. What it throws cannot be caught there. */
final class MainObjectAdvice {
    private MainObjectAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@SiteNumber int site) {
        Handoff.enter(site, null, null);
    }

    @Advice.OnMethodExit
    static void exit(@SiteNumber int site) {
        Handoff.exit(site, null, null, null);
    }
}
