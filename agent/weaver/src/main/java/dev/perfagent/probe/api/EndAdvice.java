package dev.perfagent.probe.api;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports an end. */
final class EndAdvice {
    private EndAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@SiteNumber int site, @Advice.Argument(0) @Nullable Object token) {
        Handoff.exit(site, token, null, null);
    }
}
