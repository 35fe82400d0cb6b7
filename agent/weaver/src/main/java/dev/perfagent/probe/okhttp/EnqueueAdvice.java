package dev.perfagent.probe.okhttp;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Advice that reports a request that a thread of the dispatcher's will send. */
final class EnqueueAdvice {
    private EnqueueAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@SiteNumber int site, @Advice.This Call call) {
        Request request = call.request();
        boolean authenticated = request.header("Authorization") != null;
        return Handoff.enter(
                site, call, new Object[] {request.method(), request.url().toString(), authenticated});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
