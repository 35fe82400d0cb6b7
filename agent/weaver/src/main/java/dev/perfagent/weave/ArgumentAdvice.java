package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice that hands over an argument, for context values. */
final class ArgumentAdvice {
    private ArgumentAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @RuleArgument @Nullable Object argument) {
        return Handoff.enter(site, null, argument);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
