package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Advice for methods of caches that rules are about. */
final class CacheRuleAdvice {
    private CacheRuleAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.This(optional = true) @Nullable Object self,
            @RuleName @Nullable Object name) {
        return Handoff.enter(site, self, name);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, thrown == null ? result : null, thrown);
    }
}
