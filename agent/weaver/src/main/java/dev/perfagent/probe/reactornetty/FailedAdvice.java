package dev.perfagent.probe.reactornetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports that an attempt failed. After an answer it says nothing new. */
final class FailedAdvice {
    private FailedAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.This Object handler, @Advice.Argument(0) Throwable failure) {
        Handoff.exit(site, Handoff.enter(site, handler, null), null, failure);
    }
}
