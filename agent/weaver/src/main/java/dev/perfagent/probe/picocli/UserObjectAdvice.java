package dev.perfagent.probe.picocli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports an exception of the user's code, before picocli makes an exit code of it. */
final class UserObjectAdvice {
    private UserObjectAdvice() {}

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(@SiteNumber int site, @Advice.Thrown @Nullable Throwable thrown) {
        if (thrown != null) {
            Handoff.exit(site, null, thrown.getCause(), thrown);
        }
    }
}
