package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports that Spring Shell 2 or 3 evaluates a line, and how that ended. An exception is returned instead of thrown;
 * in version 3 it may have been handled before, and is then kept in a field.
 *
 * <p>The exit code is the one with which version 3 ends a process that evaluates only that line.
 */
final class LineAdvice {
    private LineAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static Object @Nullable [] enter(@SiteNumber int site, @Advice.This Object shell, @Advice.Argument(0) Object input)
            throws Exception {
        Method words = input.getClass().getMethod("words");
        words.setAccessible(true); // the class that has it may be private
        List<?> typed = (List<?>) words.invoke(input);
        String first = typed.isEmpty() ? "" : ((String) typed.get(0)).trim();
        if (first.startsWith("//") || first.isEmpty() && typed.size() < 2) {
            return null; // nothing to evaluate
        }
        Object handled = null;
        try {
            Class<?> type = shell.getClass();
            while (!type.getName().endsWith(".springframework.shell.Shell")) {
                type = type.getSuperclass();
            }
            Field kept = type.getDeclaredField("handlingResultNonInt");
            kept.setAccessible(true);
            handled = kept.get(shell);
        } catch (NoSuchFieldException older) {
            handled = null; // version 2 handles no exceptions
        }
        return new Object[] {Handoff.enter(site, "", null), handled};
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.This Object shell,
            @Advice.Enter Object @Nullable [] entered,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        if (entered != null) {
            Object ended = thrown == null ? result : thrown;
            Integer code = null;
            try {
                if (ended != null && ended.getClass().getName().endsWith(".springframework.shell.ExitRequest")) {
                    code = (Integer) ended.getClass().getMethod("status").invoke(ended);
                    ended = null;
                } else if (ended == null) {
                    Class<?> type = shell.getClass();
                    while (!type.getName().endsWith(".springframework.shell.Shell")) {
                        type = type.getSuperclass();
                    }
                    Field kept = type.getDeclaredField("handlingResultNonInt");
                    kept.setAccessible(true);
                    ended = kept.get(shell) == entered[1] ? null : kept.get(shell);
                    Field handling = type.getDeclaredField("processExceptionNonInt");
                    handling.setAccessible(true);
                    Object how = ended == null ? null : handling.get(shell);
                    if (how != null) {
                        Method exitCode = how.getClass().getMethod("exitCode");
                        exitCode.setAccessible(true);
                        code = (Integer) exitCode.invoke(how);
                    }
                }
            } catch (Throwable older) {
                code = null; // version 2 handles no exceptions
            }
            Throwable failure = ended instanceof Throwable ? (Throwable) ended : null;
            String type = failure == null ? "" : failure.getClass().getName();
            if (code == null) {
                code = failure == null ? 0 : type.endsWith("$CommandParserExceptionsException") ? 2 : 1;
            }
            boolean isRefusal =
                    type.contains(".springframework.shell.") || type.contains(".springframework.core.convert.");
            Object[] refused = {code, failure};
            Handoff.exit(site, entered[0], isRefusal ? refused : code, isRefusal ? null : failure);
        }
    }
}
