package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import net.bytebuddy.asm.Advice;

final class ShutdownAdvice {
    private ShutdownAdvice() {}

    @Advice.OnMethodExit
    static void exit() {
        Handoff.exit(Site.SHUTDOWN, null, null, null);
    }
}
