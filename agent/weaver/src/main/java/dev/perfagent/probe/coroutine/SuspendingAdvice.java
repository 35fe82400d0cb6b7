package dev.perfagent.probe.coroutine;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.BaseContinuationImpl;
import org.jspecify.annotations.Nullable;

/**
 * Advice for a suspending function that a rule is about. Its last argument is what its caller goes on with. When the function
 * itself goes on after a wait, that argument is its own state, which knows the caller.
 */
public final class SuspendingAdvice {
    private SuspendingAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.AllArguments Object[] arguments) {
        Object last = arguments[arguments.length - 1];
        Object above = last instanceof BaseContinuationImpl own ? own.getCompletion() : null;
        return Handoff.enter(site, last, above == null ? last : above);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.AllArguments Object[] arguments,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] suspended = null;
        Object last = arguments[arguments.length - 1];
        if (token != null && result == IntrinsicsKt.getCOROUTINE_SUSPENDED() && last instanceof BaseContinuationImpl) {
            suspended = new Object[] {last};
        }
        Handoff.exit(site, token, suspended, thrown);
    }
}
