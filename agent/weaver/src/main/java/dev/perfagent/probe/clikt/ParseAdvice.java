package dev.perfagent.probe.clikt;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the names in a command line: the program's, that of the sub-command with its parents, and the longest
 * names of the options. Never a value.
 *
 * <p>It calls methods by name, so that Kotlin's library is not needed to compile it.
 */
final class ParseAdvice {
    private ParseAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(1) List<?> words) {
        return Handoff.enter(site, words, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        Throwable refusal = thrown;
        try {
            LinkedHashSet<String> options = new LinkedHashSet<>();
            String program = "";
            String path = "";
            Object level = result == null
                    ? null
                    : result.getClass().getMethod("getInvocation").invoke(result);
            for (boolean isRoot = true; level != null; isRoot = false) {
                Class<?> type = level.getClass();
                Object command = type.getMethod("getCommand").invoke(level);
                String name =
                        (String) command.getClass().getMethod("getCommandName").invoke(command);
                program = isRoot ? name : program;
                path = isRoot ? "" : path.isEmpty() ? name : path.concat(" ").concat(name);
                Map<?, ?> given =
                        (Map<?, ?>) type.getMethod("getOptionInvocations").invoke(level);
                for (Iterator<?> each = given.keySet().iterator(); each.hasNext(); ) {
                    Object option = each.next();
                    Method known = option.getClass().getMethod("getNames");
                    known.setAccessible(true); // the class that has it may be private
                    String longest = "";
                    for (Iterator<?> one = ((Iterable<?>) known.invoke(option)).iterator(); one.hasNext(); ) {
                        String text = (String) one.next();
                        longest = text.length() > longest.length() ? text : longest;
                    }
                    options.add(longest);
                }
                List<?> errors = (List<?>) type.getMethod("getErrors").invoke(level);
                refusal = refusal == null && !errors.isEmpty() ? (Throwable) errors.get(0) : refusal;
                List<?> inside =
                        (List<?>) type.getMethod("getSubcommandInvocations").invoke(level);
                level = inside.isEmpty() ? null : inside.get(0);
            }
            ArrayList<String> found = new ArrayList<>(options);
            found.add(0, program);
            found.add(1, path);
            names = found.toArray(new String[0]);
        } catch (Throwable unknown) {
            names = null; // the command line is reported, without them
        }
        Handoff.exit(site, token, names, refusal);
    }
}
