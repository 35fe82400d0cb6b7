package dev.perfagent.probe.hub4j;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice that reports an operation that is named by the method which the application called. */
final class RequestAdvice {
    private RequestAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site) {
        return Handoff.enter(site, null, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
