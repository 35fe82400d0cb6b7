package dev.perfagent.probe.okhttp;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import net.bytebuddy.asm.Advice;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a request with all its redirects. Of a response only the network's part counts: a status of 304 where
 * the cache revalidated its entry, and nothing where the cache alone answered.
 */
final class InterceptAdvice {
    private InterceptAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) Interceptor.Chain chain) {
        Request request = chain.request();
        boolean authenticated = request.header("Authorization") != null;
        Object[] facts = {request.method(), request.url().toString(), authenticated};
        return Handoff.enter(site, chain.call(), facts);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Response response,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] answers = null;
        if (token != null && response != null) {
            ArrayList<@Nullable Object> all = new ArrayList<>(5);
            for (Response each = response; each != null; each = each.priorResponse()) {
                Response network = each.networkResponse();
                if (network != null) {
                    all.add(network.request().method());
                    all.add(network.request().url().toString());
                    all.add(network.code());
                    all.add(network.headers().toMultimap());
                    String length = network.request().header("Content-Length");
                    all.add(length == null ? (Long) (network.request().body() == null ? 0L : -1L) : length);
                }
            }
            answers = all.toArray();
        }
        Handoff.exit(site, token, answers, thrown);
    }
}
