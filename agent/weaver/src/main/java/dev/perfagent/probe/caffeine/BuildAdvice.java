package dev.perfagent.probe.caffeine;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import java.util.function.Supplier;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Lends a builder without statistics a counter for the time of one {@code build}. It is taken back on the way out, so that a
 * builder used again is asked for again, and so that its owner may still call {@code recordStats}, which refuses a second call.
 */
final class BuildAdvice {
    private BuildAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
            @Advice.This Caffeine<?, ?> builder,
            @Advice.FieldValue(value = "statsCounterSupplier", readOnly = false) @Nullable Supplier<?> supplier) {
        Object token = Handoff.enter(Site.CAFFEINE_BUILD, builder, supplier);
        if (supplier == null && token instanceof Supplier) {
            supplier = (Supplier<?>) token;
        }
        return token;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Enter @Nullable Object token,
            @Advice.FieldValue(value = "statsCounterSupplier", readOnly = false) @Nullable Supplier<?> supplier,
            @Advice.Return @Nullable Object cache,
            @Advice.Thrown @Nullable Throwable thrown) {
        if (token != null && supplier == token) {
            supplier = null;
        }
        Handoff.exit(Site.CAFFEINE_BUILD, token, cache, thrown);
    }
}
