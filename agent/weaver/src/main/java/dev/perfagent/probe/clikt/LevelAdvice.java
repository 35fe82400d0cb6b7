package dev.perfagent.probe.clikt;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that reports the command whose words Clikt 2 to 4 begins to read, with its parents and the program's name. */
final class LevelAdvice {
    private LevelAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.Argument(1) @Nullable Object context) throws Exception {
        String program = "";
        String path = "";
        for (Object level = context; level != null; ) {
            Object command = level.getClass().getMethod("getCommand").invoke(level);
            String name =
                    (String) command.getClass().getMethod("getCommandName").invoke(command);
            level = level.getClass().getMethod("getParent").invoke(level);
            if (level == null) {
                program = name;
            } else {
                path = path.isEmpty() ? name : name.concat(" ").concat(path);
            }
        }
        Handoff.exit(site, Handoff.enter(site, null, null), new String[] {program, path}, null);
    }
}
