package dev.perfagent.probe.urlconnection;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

final class ResponseAdvice {
    private ResponseAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Object connection) {
        return Handoff.enter(Site.URL_CONNECTION_RESPONSE, connection, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(Site.URL_CONNECTION_RESPONSE, token, null, thrown);
    }
}
