package dev.perfagent.probe.flow;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Advice that hands over a publisher with its subscriber, or a subscriber with its subscription. */
final class GivenAdvice {
    private GivenAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
            @SiteNumber int site,
            @Advice.This(typing = Assigner.Typing.DYNAMIC, optional = true) @Nullable Object self,
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object argument) {
        if (self != null && argument != null) {
            Handoff.enter(site, self, argument);
        }
    }
}
