package dev.perfagent.probe.flow;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that hands over a publisher with its subscriber, or a subscriber with its subscription. */
final class GivenAdvice {
    private GivenAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
            @SiteNumber int site, @Advice.This @Nullable Object self, @Advice.Argument(0) @Nullable Object argument) {
        if (self != null && argument != null) {
            Handoff.enter(site, self, argument);
        }
    }
}
