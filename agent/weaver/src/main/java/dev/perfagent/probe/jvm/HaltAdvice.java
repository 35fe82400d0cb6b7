package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import net.bytebuddy.asm.Advice;

final class HaltAdvice {
    private HaltAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) int status) {
        Handoff.enter(Site.HALT, null, status);
    }
}
