package dev.perfagent.probe.clikt;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the names in a command line: the program's, that of the sub-command with its parents, and the longest
 * names of the options. Never a value. Where one sub-command follows another, all are named, each once.
 *
 * <p>It calls methods by name, so that Kotlin's library is not needed to compile it.
 */
final class ParseAdvice {
    private ParseAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(1) List<?> words) {
        return Handoff.enter(site, words, null);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        Throwable refusal = thrown;
        try {
            LinkedHashSet<String> options = new LinkedHashSet<>();
            String program = null;
            String path = "";
            HashSet<String> named = new HashSet<>();
            // Commands with their parents; several where one may follow another.
            ArrayDeque<Object[]> open = new ArrayDeque<>();
            if (result != null) {
                open.push(new Object[] {
                    result.getClass().getMethod("getInvocation").invoke(result), ""
                });
            }
            while (!open.isEmpty()) {
                Object[] next = open.pop();
                Object level = next[0];
                Class<?> type = level.getClass();
                Object command = type.getMethod("getCommand").invoke(level);
                String name =
                        (String) command.getClass().getMethod("getCommandName").invoke(command);
                String full = "";
                if (program == null) {
                    program = name;
                } else {
                    full = next[1].toString().concat(" ").concat(name);
                    path = !named.add(full)
                            ? path
                            : path.isEmpty() ? name : path.concat(" ").concat(name);
                }
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
                for (int i = inside.size() - 1; i >= 0; i--) {
                    open.push(new Object[] {inside.get(i), full});
                }
            }
            ArrayList<String> found = new ArrayList<>(options);
            found.add(0, program == null ? "" : program);
            found.add(1, path);
            names = found.toArray(new String[0]);
        } catch (Throwable unknown) {
            names = null; // the command line is reported, without them
        }
        Handoff.exit(site, token, names, refusal);
    }
}
