package dev.perfagent.probe.process;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports the future with which the JDK waits for a process. */
final class CompletionAdvice {
    private CompletionAdvice() {}

    @Advice.OnMethodExit
    static void exit(
            @SiteNumber int site, @Advice.Argument(1) boolean reaps, @Advice.Return @Nullable Object completion) {
        if (reaps) { // otherwise it is a second request for the same process
            Handoff.exit(site, null, completion, null);
        }
    }
}
