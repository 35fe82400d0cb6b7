package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For commands, phases and operations. */
final class TimingAdvice {
    private TimingAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@RuleSite int site) {
        return Handoff.enter(site, null, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @RuleSite int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
