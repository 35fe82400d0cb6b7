package dev.perfagent.probe.reactornetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;

/** Advice that reports that a request is about to be sent. */
final class AddressAdvice {
    private AddressAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.This Object handler,
            @Advice.FieldValue("method") HttpMethod method,
            @Advice.FieldValue("toURI") Object address,
            @Advice.FieldValue("defaultHeaders") HttpHeaders headers) {
        Object[] facts = {method.name(), address.toString(), headers.contains("Authorization")};
        Handoff.exit(site, Handoff.enter(site, handler, facts), null, null);
    }
}
