package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** For context values read from what a method returns. */
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
        // A primitive has some value even when an exception leaves the method; it means nothing then.
        Handoff.exit(site, token, thrown == null ? result : null, thrown);
    }
}
