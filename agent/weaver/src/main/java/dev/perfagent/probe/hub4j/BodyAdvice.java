package dev.perfagent.probe.hub4j;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports the text of an answer. */
final class BodyAdvice {
    private BodyAdvice() {}

    @Advice.OnMethodExit
    static void exit(@SiteNumber int site, @Advice.Return @Nullable String text) {
        Handoff.enter(site, null, text);
    }
}
