package dev.perfagent.probe.clikt;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the exception that refuses a command line. Those that print the help or the version end the process with
 * exit code 0, and are no error then.
 */
final class RefusalAdvice {
    private RefusalAdvice() {}

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(@SiteNumber int site, @Advice.Thrown @Nullable Throwable thrown) {
        if (thrown != null) {
            Handoff.exit(site, Handoff.enter(site, null, null), null, thrown);
        }
    }
}
