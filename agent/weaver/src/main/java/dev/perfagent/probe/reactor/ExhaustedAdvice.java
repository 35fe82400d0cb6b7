package dev.perfagent.probe.reactor;

import dev.perfagent.inline.Advice;
import java.lang.reflect.Method;
import reactor.core.Fuseable;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;

/**
 * Advice for the operator which {@link SubscribedAdvice} adds: who asks whether there are more values, and hears that there are
 * none, does not ask for one more, which would be the end for that operator.
 */
final class ExhaustedAdvice {
    private ExhaustedAdvice() {}

    @Advice.OnMethodExit(suppress = true)
    static void exit(
            @Advice.Return boolean isEmpty,
            @Advice.FieldValue("parent") Object operator,
            @Advice.FieldValue("sourceMode") int mode)
            throws ReflectiveOperationException {
        if (isEmpty
                && mode == Fuseable.SYNC
                && ((Scannable) operator).scanUnsafe(Scannable.Attr.PARENT) == Flux.never()) {
            Method over = operator.getClass().getMethod("onCompleteCall");
            over.setAccessible(true); // its class is not public
            ((Runnable) over.invoke(operator)).run();
        }
    }
}
