package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice for methods of caches that rules are about. */
final class CacheRuleAdvice {
    private CacheRuleAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
            @SiteNumber int site, @Advice.This @Nullable Object self, @RuleName @Nullable Object name) {
        return Handoff.enter(site, self, name);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, thrown == null ? result : null, thrown);
    }
}
