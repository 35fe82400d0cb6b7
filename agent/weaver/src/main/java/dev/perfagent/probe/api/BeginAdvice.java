package dev.perfagent.probe.api;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports a beginning, and lets the API have the token. */
final class BeginAdvice {
    private BeginAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.Argument(0) @Nullable Object name,
            @Advice.Argument(1) @Nullable Object endsLater) {
        return Handoff.enter(site, endsLater, name);
    }

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable") // the assignment changes what the method returns into which it is inlined
    static void exit(@Advice.Enter @Nullable Object token, @Advice.Return(readOnly = false) @Nullable Object result) {
        result = token;
    }
}
