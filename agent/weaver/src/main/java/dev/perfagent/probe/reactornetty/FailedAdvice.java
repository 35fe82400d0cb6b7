package dev.perfagent.probe.reactornetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;

/** Advice that reports that an attempt failed. After an answer it says nothing new. */
final class FailedAdvice {
    private FailedAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@SiteNumber int site, @Advice.This Object handler, @Advice.Argument(0) Throwable failure) {
        Handoff.exit(site, Handoff.enter(site, handler, null), null, failure);
    }
}
