package com.example.ghpm.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What GitHub does around every answer: who is asking, how often, and whether they have it already. */
final class ApiHandler implements HttpHandler {
    /** What GitHub grants callers without a token. */
    static final int ANONYMOUS_LIMIT = 60;

    private final DemoSettings settings;
    private final Routes routes;
    private final RequestLog log;
    private final Quota known;
    private final Quota anonymous;
    private final Pause pause;
    private int requests;

    ApiHandler(DemoSettings settings, Routes routes, RequestLog log, long resetEpochSecond, Pause pause) {
        this.settings = settings;
        this.routes = routes;
        this.log = log;
        this.known = new Quota(settings.limit(), settings.remaining(), resetEpochSecond);
        this.anonymous = new Quota(ANONYMOUS_LIMIT, ANONYMOUS_LIMIT, resetEpochSecond);
        this.pause = pause;
    }

    /** How an answer is held back; replaced in tests, which do not wait. */
    interface Pause {
        void forMillis(long millis) throws InterruptedException;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.of(exchange);
            if (!settings.latency().isZero()) {
                pause.forMillis(settings.latency().toMillis());
            }
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            String validator = exchange.getRequestHeaders().getFirst("If-None-Match");
            send(exchange, answer(call, token, validator));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One at a time: the quota, the data and the log must agree on the order of the requests. */
    private synchronized Reply answer(Call call, @Nullable String authorization, @Nullable String validator) {
        requests++;
        Quota quota = authorization == null ? anonymous : known;
        Reply reply = judge(call, quota, authorization, validator);
        for (Map.Entry<String, String> header : quota.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        reply = reply.with("x-github-request-id", String.format(Locale.ROOT, "DE40:%05X", requests))
                .with("x-github-media-type", "github.v3; format=json");
        log.request(call.method(), call.target(), reply, quota.remaining());
        return reply;
    }

    private Reply judge(Call call, Quota quota, @Nullable String authorization, @Nullable String validator) {
        if (authorization != null && authorization.endsWith(" invalid")) {
            return Reply.error(401, "Bad credentials");
        }
        Fault fault = settings.faults().get(requests);
        if (fault != null) {
            return Reply.error(fault.status(), "You have exceeded a secondary rate limit. Please wait a moment.")
                    .with("retry-after", Integer.toString(fault.retryAfterSeconds()));
        }
        if (call.target().startsWith("/rate_limit")) {
            return routes.answer(call, quota);
        }
        if (quota.exhausted()) {
            return Reply.error(
                    403, "API rate limit exceeded for " + (authorization == null ? "127.0.0.1" : "user ID 1"));
        }
        Reply reply = routes.answer(call, quota);
        if (call.method().equals("GET") && reply.status() == 200) {
            String etag = reply.etag();
            reply = reply.with("etag", etag).with("cache-control", "private, max-age=60, s-maxage=60");
            if (etag.equals(validator)) {
                reply = reply.notModified();
            }
        }
        // An answer that nothing has changed is free, but only for callers with a token.
        if (reply.status() != 304 || authorization == null) {
            quota.take();
        }
        return reply;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body();
        if (body.length == 0) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.getResponseHeaders().set("content-type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
