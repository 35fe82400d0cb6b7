package dev.perfagent.probe.flow;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports that no more comes for a subscriber or a subscription. */
final class OverAdvice {
    private OverAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@SiteNumber int site, @Advice.This @Nullable Object self) {
        if (self != null) {
            Handoff.enter(site, self, null);
        }
    }
}
