package dev.perfagent.probe.kotlinxcli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports the words of a command line. */
final class WordsAdvice {
    private WordsAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) Object words) {
        return Handoff.enter(site, words, null);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(@SiteNumber int site, @Advice.Enter @Nullable Object token) {
        Handoff.exit(site, token, null, null);
    }
}
