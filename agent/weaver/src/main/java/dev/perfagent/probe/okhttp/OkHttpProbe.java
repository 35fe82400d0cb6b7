package dev.perfagent.probe.okhttp;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for OkHttp. {@code execute} and {@code enqueue} both go through the interceptor that follows redirects, on the
 * caller's thread or on one of the dispatcher's. The application's own interceptors come before it: what they send again is
 * another request there, and what they answer by themselves never gets there.
 */
public final class OkHttpProbe {
    private static final String PACKAGE = "okhttp3/";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "okhttp",
            "OkHttp 3.14 to 5.5",
            ProbedClass.relocatable(
                    "okhttp3/internal/http/RetryAndFollowUpInterceptor",
                    PACKAGE,
                    "internal/http/RetryAndFollowUpInterceptor",
                    Hook.of(
                            "intercept",
                            "(Lokhttp3/Interceptor$Chain;)Lokhttp3/Response;",
                            Site.HTTP_CALL,
                            InterceptAdvice.class)),
            ProbedClass.relocatable(
                    "okhttp3/internal/cache/CacheInterceptor",
                    PACKAGE,
                    "internal/cache/CacheInterceptor",
                    Hook.of(
                            "intercept",
                            "(Lokhttp3/Interceptor$Chain;)Lokhttp3/Response;",
                            Site.HTTP_CACHE,
                            CacheAdvice.class)),
            ProbedClass.relocatable(
                    "okhttp3/Cache", PACKAGE, "Cache", asked("trackResponse"), asked("trackResponse$okhttp")),
            call("RealCall", "getResponseWithInterceptorChain"),
            call("internal/connection/RealCall", "getResponseWithInterceptorChain$okhttp"));

    private OkHttpProbe() {}

    /** A cache's method that later versions call otherwise. */
    private static Hook asked(String name) {
        return Hook.ifPresent(
                name, "(Lokhttp3/internal/cache/CacheStrategy;)V", Site.HTTP_CACHE_ASKED, CacheAskedAdvice.class);
    }

    /** The class of calls, which later versions have elsewhere. */
    private static ProbedClass call(String name, String interceptors) {
        return ProbedClass.relocatable(
                PACKAGE + name,
                PACKAGE,
                name,
                Hook.of("enqueue", "(Lokhttp3/Callback;)V", Site.HTTP_CALL_LATER, EnqueueAdvice.class),
                Hook.of(interceptors, "()Lokhttp3/Response;", Site.HTTP_CALL_OVER, CallFinishedAdvice.class));
    }
}
