package dev.perfagent.probe.coroutine;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports what goes on. */
final class ResumedAdvice {
    private ResumedAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@SiteNumber int site, @Advice.Argument(0) @Nullable Object caller) {
        Handoff.enter(site, caller, null);
    }
}
