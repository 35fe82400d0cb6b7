package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that hands over the publisher that a method returns, in an array, because it may be a future too. */
final class PublisherAdvice {
    private PublisherAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site) {
        return Handoff.enter(site, null, null);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, result == null ? null : new Object[] {result}, thrown);
    }
}
