package dev.perfagent.probe.networksetting;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports that a setting is read. */
final class ReadAdvice {
    private ReadAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@SiteNumber int site) {
        Handoff.enter(site, null, null);
    }
}
