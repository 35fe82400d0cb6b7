package dev.perfagent.probe.hub4j;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports that a page of a list is fetched, unless it is there already; named by what is in the list. */
final class PageAdvice {
    private PageAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.FieldValue("type") Class<?> type,
            @Advice.FieldValue("next") @Nullable Object page,
            @Advice.FieldValue("nextRequest") @Nullable Object request) {
        if (page != null || request == null) {
            return null;
        }
        Class<?> item = type.isArray() ? type.getComponentType() : type;
        return Handoff.enter(site, null, "list of ".concat(item.getSimpleName()));
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
