package dev.perfagent.probe;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import org.jspecify.annotations.Nullable;

/** Advice that reports when a method is entered and left, and nothing else. */
public final class TimingAdvice {
    private TimingAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site) {
        return Handoff.enter(site, null, null);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
