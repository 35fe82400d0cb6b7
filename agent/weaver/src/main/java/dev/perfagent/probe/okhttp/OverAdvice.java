package dev.perfagent.probe.okhttp;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;

/** Reports that all interceptors are done with a call: an interceptor of the application's may have answered it by itself. */
final class OverAdvice {
    private OverAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@SiteNumber int site, @Advice.This Object call) {
        Handoff.enter(site, call, null);
    }
}
