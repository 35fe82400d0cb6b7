package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For context values read from an argument. */
final class ArgumentAdvice {
    private ArgumentAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@RuleSite int site, @RuleArgument @Nullable Object argument) {
        return Handoff.enter(site, null, argument);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @RuleSite int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
