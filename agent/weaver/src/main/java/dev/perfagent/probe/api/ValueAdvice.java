package dev.perfagent.probe.api;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports a value. */
final class ValueAdvice {
    private ValueAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
            @SiteNumber int site,
            @Advice.Argument(0) @Nullable Object name,
            @Advice.Argument(1) @Nullable Object value) {
        Handoff.enter(site, name, value);
    }
}
