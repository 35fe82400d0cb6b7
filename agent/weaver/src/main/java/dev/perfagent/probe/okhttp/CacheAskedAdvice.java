package dev.perfagent.probe.okhttp;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports that there is a cache, when it takes note of how a request will be answered. */
final class CacheAskedAdvice {
    private CacheAskedAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@SiteNumber int site, @Advice.This Object cache) {
        Handoff.enter(site, cache, null);
    }
}
