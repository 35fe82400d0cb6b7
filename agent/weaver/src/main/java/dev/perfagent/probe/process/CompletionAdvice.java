package dev.perfagent.probe.process;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

final class CompletionAdvice {
    private CompletionAdvice() {}

    @Advice.OnMethodExit
    static void exit(
            @SiteNumber int site, @Advice.Argument(1) boolean reaps, @Advice.Return @Nullable Object completion) {
        if (reaps) { // else it is one more who wants to know
            Handoff.exit(site, null, completion, null);
        }
    }
}
