package dev.perfagent.probe.okhttp;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Advice that reports a request that a thread of the dispatcher's will send. */
final class EnqueueAdvice {
    private EnqueueAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.This Call call) {
        Request request = call.request();
        boolean authenticated = request.header("Authorization") != null;
        RequestBody body = request.url().encodedPath().endsWith("/graphql") ? request.body() : null;
        Object text = null;
        if (body != null) {
            try {
                String type = body.getClass().getName();
                boolean isInMemory =
                        type.startsWith(RequestBody.class.getName().concat("$")) && !type.contains("asRequestBody");
                if (isInMemory && !body.isOneShot() && body.contentLength() <= 32768) {
                    Buffer copy = new Buffer();
                    body.writeTo(copy);
                    text = copy.readByteArray();
                }
            } catch (Throwable unknown) {
                // The call is reported, without its name: Okio may be relocated otherwise than OkHttp is.
                text = null;
            }
        }
        return Handoff.enter(
                site, call, new Object[] {request.method(), request.url().toString(), authenticated, text});
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
