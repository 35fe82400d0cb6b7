package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that hands over an argument, for context values. */
final class ArgumentAdvice {
    private ArgumentAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@SiteNumber int site, @RuleArgument @Nullable Object argument) {
        Handoff.enter(site, null, argument);
    }
}
