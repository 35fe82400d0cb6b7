package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Advice that reports the words of a line to Spring Shell 2 or 3. Its names are reported when the shell has found them. */
final class WordsAdvice {
    private WordsAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) Object input) throws Exception {
        Method words = input.getClass().getMethod("words");
        words.setAccessible(true); // the class that has it may be private
        return Handoff.enter(site, words.invoke(input), null);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(@SiteNumber int site, @Advice.Enter @Nullable Object token) {
        if (token != null) {
            Handoff.exit(site, token, null, null);
        }
    }
}
