package dev.perfagent.probe.process;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports the start of a program. */
final class StartAdvice {
    private StartAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.This Object builder) {
        return Handoff.enter(site, builder, null);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object process,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, process, thrown);
    }
}
