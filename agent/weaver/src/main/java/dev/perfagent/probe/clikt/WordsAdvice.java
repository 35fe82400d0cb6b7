package dev.perfagent.probe.clikt;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the words of a command line to Clikt 2 to 4, and the exception that refuses it. The commands run meanwhile,
 * so an exception counts only if it is Clikt's, and not if a command ends by it with an exit code of its own.
 */
final class WordsAdvice {
    private WordsAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) List<?> words) {
        return Handoff.enter(site, words, null);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        boolean isRefusal = false;
        for (Class<?> type = thrown == null ? null : thrown.getClass(); type != null; type = type.getSuperclass()) {
            String name = type.getName();
            if (name.endsWith(".core.ProgramResult")) {
                break;
            }
            isRefusal |= name.endsWith(".core.CliktError");
        }
        Handoff.exit(site, token, null, isRefusal ? thrown : null);
    }
}
