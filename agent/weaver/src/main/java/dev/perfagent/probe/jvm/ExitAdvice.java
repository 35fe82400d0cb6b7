package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import net.bytebuddy.asm.Advice;

final class ExitAdvice {
    private ExitAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) int status) {
        Handoff.enter(Site.EXIT, null, status);
    }
}
