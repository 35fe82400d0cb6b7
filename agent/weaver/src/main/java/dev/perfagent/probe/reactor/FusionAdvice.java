package dev.perfagent.probe.reactor;

import dev.perfagent.inline.Advice;
import org.jspecify.annotations.Nullable;
import reactor.core.Fuseable;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;

/**
 * Advice that lets the operator which {@link SubscribedAdvice} adds answer as the publisher before it does, when an operator
 * that follows asks for values on a thread of its own. By itself that operator refuses, so that the callbacks of an application
 * do not run there, and the publisher would then work on another thread than without us.
 */
final class FusionAdvice {
    private FusionAdvice() {}

    @Advice.OnMethodEnter(suppress = true, skipOnNonDefault = true)
    @SuppressWarnings("UnusedVariable") // the assignment changes the field of the class into which it is inlined
    static int enter(
            @Advice.Argument(0) int requested,
            @Advice.FieldValue("parent") Object operator,
            @Advice.FieldValue("s") Fuseable.@Nullable QueueSubscription<?> publisher,
            @Advice.FieldValue(value = "sourceMode", readOnly = false) int mode) {
        int granted = Fuseable.NONE;
        if ((requested & Fuseable.THREAD_BARRIER) != 0
                && publisher != null
                && ((Scannable) operator).scanUnsafe(Scannable.Attr.PARENT) == Flux.never()) {
            granted = publisher.requestFusion(requested);
            mode = granted;
        }
        return granted;
    }

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable") // likewise
    static void exit(@Advice.Enter int granted, @Advice.Return(readOnly = false) int answer) {
        if (granted != Fuseable.NONE) {
            answer = granted;
        }
    }
}
