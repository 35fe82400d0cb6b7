package dev.perfagent.probe.okhttp;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports that a call is finished, because an interceptor of the application's may have answered it by itself. */
final class CallFinishedAdvice {
    private CallFinishedAdvice() {}

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(@SiteNumber int site, @Advice.This Object call) {
        Handoff.enter(site, call, null);
    }
}
