package dev.perfagent.probe.airline;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports that words are read, which are the last argument, and the exception that refuses them. */
final class WordsAdvice {
    private WordsAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.AllArguments Object[] arguments) {
        return Handoff.enter(site, arguments[arguments.length - 1], null);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
