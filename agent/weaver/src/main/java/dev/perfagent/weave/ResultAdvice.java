package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Advice that hands over what a method returns, for context values. */
final class ResultAdvice {
    private ResultAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site) {
        return Handoff.enter(site, null, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        // After an exception a primitive result has a value too, which means nothing.
        Handoff.exit(site, token, thrown == null ? result : null, thrown);
    }
}
