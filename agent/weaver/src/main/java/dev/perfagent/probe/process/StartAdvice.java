package dev.perfagent.probe.process;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

final class StartAdvice {
    private StartAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Object builder) {
        return Handoff.enter(Site.PROCESS_START, builder, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object process,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(Site.PROCESS_START, token, process, thrown);
    }
}
