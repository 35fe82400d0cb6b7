package dev.perfagent.probe.caffeine;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that lets a policy say that its cache records no statistics, when only we asked for them. */
final class PolicyAdvice {
    private PolicyAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.This Object policy) {
        return Handoff.enter(site, policy, null);
    }

    @Advice.OnMethodExit
    static void exit(@Advice.Enter @Nullable Object token, @Advice.Return(readOnly = false) boolean isRecordingStats) {
        if (token != null) {
            isRecordingStats = false;
        }
    }
}
