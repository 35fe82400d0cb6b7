package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports that Spring Shell 4 executes a command, and its exit code: that of the shell, or 1 for an exception. */
final class ExecuteAdvice {
    private ExecuteAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site) {
        return Handoff.enter(site, "", null);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object status,
            @Advice.Thrown @Nullable Throwable thrown) {
        Integer code = 1;
        try {
            if (status != null) {
                code = (Integer) status.getClass().getMethod("code").invoke(status);
            }
        } catch (Throwable unknown) {
            code = null; // the end is reported all the same
        }
        String type = thrown == null ? "" : thrown.getClass().getName();
        Throwable failure = thrown;
        if (type.contains(".springframework.shell.") && thrown != null && thrown.getCause() != null) {
            failure = thrown.getCause();
            type = failure.getClass().getName();
        }
        boolean isRefusal = type.contains(".springframework.shell.") || type.contains(".springframework.core.convert.");
        Object[] refused = {code, failure};
        Handoff.exit(site, token, isRefusal ? refused : code, isRefusal ? null : failure);
    }
}
