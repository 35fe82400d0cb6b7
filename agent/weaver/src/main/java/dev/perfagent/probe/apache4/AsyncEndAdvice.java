package dev.perfagent.probe.apache4;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports that no answer comes any more. After an answer it says nothing new. */
final class AsyncEndAdvice {
    private AsyncEndAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.This Object handler, @Advice.AllArguments Object[] arguments) {
        Throwable failure = arguments.length > 0 && arguments[0] instanceof Throwable ? (Throwable) arguments[0] : null;
        Handoff.exit(site, Handoff.enter(site, handler, null), null, failure);
    }
}
