package dev.perfagent.probe.reactor;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Advice that lets Reactor's own operator for {@code doOnNext} and the like see what the subscriber of a measured publisher gets.
 * It is made as Reactor makes it, so that it changes nothing. A {@code Mono} is over with its value, because what its subscriber
 * does with that goes on inside the call.
 */
final class SubscribedAdvice {
    private SubscribedAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    @SuppressWarnings("UnusedVariable") // the assignment changes the argument of the method into which it is inlined
    static void enter(
            @SiteNumber int site,
            @Advice.This @Nullable Object publisher,
            @Advice.Argument(value = 0, readOnly = false) Object subscriber) {
        if (publisher != null && !(publisher instanceof Fuseable.ScalarCallable)) {
            Object over = Handoff.enter(site, publisher, null);
            if (over instanceof Runnable work) {
                try {
                    Class<?> operator = Class.forName(
                            publisher instanceof Fuseable
                                    ? "reactor.core.publisher.FluxPeekFuseable"
                                    : "reactor.core.publisher.FluxPeek",
                            false,
                            Flux.class.getClassLoader());
                    Constructor<?> constructor = operator.getDeclaredConstructors()[0];
                    constructor.setAccessible(true);
                    Object peek = constructor.newInstance(
                            Flux.never(), null, publisher instanceof Mono ? over : null, over, over, null, null, over);
                    Method method = operator.getDeclaredMethod("subscribeOrReturn", CoreSubscriber.class);
                    method.setAccessible(true);
                    subscriber = method.invoke(peek, subscriber);
                } catch (ReflectiveOperationException | RuntimeException unknownVersion) {
                    work.run();
                }
            }
        }
    }
}
