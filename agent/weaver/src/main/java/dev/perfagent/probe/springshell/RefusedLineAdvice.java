package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a line that the parser of Spring Shell 4 refuses, and that is therefore not executed: as a command of its
 * own that takes no time.
 */
final class RefusedLineAdvice {
    private RefusedLineAdvice() {}

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(@SiteNumber int site, @Advice.Thrown @Nullable Throwable thrown) {
        if (thrown != null) {
            Handoff.exit(site, Handoff.enter(site, "", null), new Object[] {1, thrown}, null);
        }
    }
}
