package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the command that Spring Shell 2.0 has found for a line, and why its words do not fit. Of several names for
 * a command it is the first one in the alphabet, because the shell does not keep which one was declared first.
 */
final class MethodAdvice {
    private MethodAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.Argument(0) Method method,
            @Advice.FieldValue("methodTargets") Map<String, ?> commands)
            throws Exception {
        String name = null;
        for (Iterator<? extends Map.Entry<String, ?>> each = commands.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, ?> known = each.next();
            Object target = known.getValue();
            String candidate = known.getKey();
            if (method.equals(target.getClass().getMethod("getMethod").invoke(target))
                    && (name == null || candidate.compareTo(name) < 0)) {
                name = candidate;
            }
        }
        @Nullable String[] names = {"", name == null ? "" : name};
        Handoff.exit(site, Handoff.enter(site, null, null), names, null);
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(@SiteNumber int site, @Advice.Thrown @Nullable Throwable thrown) {
        if (thrown != null) {
            Handoff.exit(site, Handoff.enter(site, null, null), null, thrown);
        }
    }
}
