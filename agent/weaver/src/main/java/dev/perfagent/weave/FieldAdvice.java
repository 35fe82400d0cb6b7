package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that hands over what a field contains when a method, or constructor, has ended without an exception. */
final class FieldAdvice {
    private FieldAdvice() {}

    @Advice.OnMethodExit
    static void exit(@SiteNumber int site, @RuleField @Nullable Object value) {
        Handoff.exit(site, null, value, null);
    }
}
