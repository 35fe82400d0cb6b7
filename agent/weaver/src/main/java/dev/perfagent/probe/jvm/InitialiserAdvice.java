package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

final class InitialiserAdvice {
    private InitialiserAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter() {
        return Handoff.enter(Site.MAIN_CLASS, null, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(Site.MAIN_CLASS, token, null, thrown);
    }
}
