package dev.perfagent.probe.reactor;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice for a method of a publisher that does its work for the caller. */
final class CalledAdvice {
    private CalledAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.This @Nullable Object publisher) {
        return Handoff.enter(site, publisher, null);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(@SiteNumber int site, @Advice.Enter @Nullable Object token) {
        if (token != null) {
            Handoff.exit(site, token, null, null);
        }
    }
}
