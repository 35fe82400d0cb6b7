package dev.perfagent.probe.apache;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports a request for which a callback gets no answer. After the answer it says nothing new. */
final class FailedAdvice {
    private FailedAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.This Object callback, @Advice.Argument(0) Exception failure) {
        Object token = Handoff.enter(site, callback, null);
        Handoff.exit(site, token, null, failure);
    }
}
