package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that hands over what a method returns, for context values. */
final class ResultAdvice {
    private ResultAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site) {
        return Handoff.enter(site, null, null);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        // After an exception a primitive result has a value too, which means nothing.
        Handoff.exit(site, token, thrown == null ? result : null, thrown);
    }
}
