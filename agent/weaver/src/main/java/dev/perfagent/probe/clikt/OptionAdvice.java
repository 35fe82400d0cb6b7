package dev.perfagent.probe.clikt;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the longest names of the options that Clikt 2 to 4 has found in a word. Never a value.
 *
 * <p>It calls methods by name, so that Kotlin's library is not needed to compile it.
 */
final class OptionAdvice {
    private OptionAdvice() {}

    @Advice.OnMethodExit(suppress = true)
    static void exit(@SiteNumber int site, @Advice.Return @Nullable Object read) throws Exception {
        if (read != null) {
            LinkedHashSet<String> options = new LinkedHashSet<>();
            Method known = read.getClass().getMethod("getKnown");
            for (Iterator<?> each = ((Iterable<?>) known.invoke(read)).iterator(); each.hasNext(); ) {
                Object given = each.next();
                Object option = given.getClass().getMethod("getOpt").invoke(given);
                Method names = option.getClass().getMethod("getNames");
                names.setAccessible(true); // the class that has it may be private
                String longest = "";
                for (Iterator<?> one = ((Iterable<?>) names.invoke(option)).iterator(); one.hasNext(); ) {
                    String text = (String) one.next();
                    longest = text.length() > longest.length() ? text : longest;
                }
                options.add(longest);
            }
            ArrayList<String> found = new ArrayList<>(options);
            found.add(0, ""); // the program
            found.add(1, ""); // the command, as before
            Handoff.exit(site, Handoff.enter(site, null, null), found.toArray(new String[0]), null);
        }
    }
}
