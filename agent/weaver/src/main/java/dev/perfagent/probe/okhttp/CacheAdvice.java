package dev.perfagent.probe.okhttp;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Advice that reports where an answer comes from, at the step at which the cache is asked if there is one. */
final class CacheAdvice {
    private CacheAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) Interceptor.Chain chain) {
        return Handoff.enter(
                site, null, new Object[] {"okhttp", chain.request().url().toString(), null});
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Response response,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] answer = null;
        if (token != null && response != null) {
            answer = new Object[] {
                response.cacheResponse() != null,
                response.networkResponse() != null,
                response.headers().toMultimap()
            };
        }
        Handoff.exit(site, token, answer, thrown);
    }
}
