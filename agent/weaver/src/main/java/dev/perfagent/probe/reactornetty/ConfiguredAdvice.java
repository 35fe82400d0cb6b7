package dev.perfagent.probe.reactornetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import reactor.netty.ConnectionObserver;

/** Advice that reports on which connection a request will be sent. */
final class ConfiguredAdvice {
    private ConfiguredAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.FieldValue("handler") Object handler,
            @Advice.Argument(0) Object connection,
            @Advice.Argument(1) Object state) {
        if (state == ConnectionObserver.State.CONFIGURED) {
            Handoff.enter(site, handler, new Object[] {connection});
        }
    }
}
