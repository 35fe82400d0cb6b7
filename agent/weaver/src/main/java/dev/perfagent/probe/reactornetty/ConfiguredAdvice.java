package dev.perfagent.probe.reactornetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import reactor.netty.ConnectionObserver;

/** Advice that reports on which connection a request will be sent. */
final class ConfiguredAdvice {
    private ConfiguredAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @SiteNumber int site,
            @Advice.FieldValue(value = "handler", typing = Assigner.Typing.DYNAMIC) Object handler,
            @Advice.Argument(0) Object connection,
            @Advice.Argument(1) Object state) {
        if (state == ConnectionObserver.State.CONFIGURED) {
            Handoff.enter(site, handler, new Object[] {connection});
        }
    }
}
