package dev.perfagent.probe.kotlinxcli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;

/**
 * Advice that reports the program's name, and that of each sub-command when its words are read.
 *
 * <p>It calls methods by name, so that Kotlin's library is not needed to compile it.
 */
final class LevelAdvice {
    private LevelAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.This Object parser) throws Exception {
        String command = "";
        String program = (String) parser.getClass().getMethod("getProgramName").invoke(parser);
        for (Class<?> type = parser.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().endsWith(".cli.Subcommand")) {
                program = ""; // it would be that of the sub-command
                Method name = type.getMethod("getName");
                command = " ".concat((String) name.invoke(parser));
            }
        }
        Handoff.exit(site, Handoff.enter(site, null, null), new String[] {program, command}, null);
    }
}
