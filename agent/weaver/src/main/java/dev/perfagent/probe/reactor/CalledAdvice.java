package dev.perfagent.probe.reactor;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Advice for a method of a publisher that does its work for the caller. */
final class CalledAdvice {
    private CalledAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.This(typing = Assigner.Typing.DYNAMIC, optional = true) @Nullable Object publisher) {
        return Handoff.enter(site, publisher, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@SiteNumber int site, @Advice.Enter @Nullable Object token) {
        if (token != null) {
            Handoff.exit(site, token, null, null);
        }
    }
}
