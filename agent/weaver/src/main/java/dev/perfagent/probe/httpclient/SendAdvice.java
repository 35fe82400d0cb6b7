package dev.perfagent.probe.httpclient;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) @Nullable Object request) {
        return Handoff.enter(Site.HTTP_CLIENT_SEND, null, request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(Site.HTTP_CLIENT_SEND, token, result, thrown);
    }
}
