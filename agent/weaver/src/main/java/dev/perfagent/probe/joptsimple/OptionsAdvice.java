package dev.perfagent.probe.joptsimple;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.jspecify.annotations.Nullable;

/** Advice that reports the names of the options in a command line, each by its longest. Never a value. */
final class OptionsAdvice {
    private OptionsAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) String @Nullable [] words) {
        return Handoff.enter(site, words, null);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable OptionSet options,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        try {
            LinkedHashSet<String> given = new LinkedHashSet<>();
            if (options != null) {
                for (Iterator<OptionSpec<?>> each = options.specs().iterator(); each.hasNext(); ) {
                    String longest = "";
                    // A Collection in version 4, a List in 5: by the interface of both there would be no such method.
                    Iterator<?> known =
                            ((Iterable<?>) OptionSpec.class.getMethod("options").invoke(each.next())).iterator();
                    while (known.hasNext()) {
                        String name = (String) known.next();
                        longest = name.length() > longest.length() ? name : longest;
                    }
                    // The words that are no options have a specification named "[arguments]".
                    if (!longest.startsWith("[")) {
                        given.add((longest.length() == 1 ? "-" : "--").concat(longest));
                    }
                }
            }
            ArrayList<String> found = new ArrayList<>(given);
            found.add(0, "");
            found.add(1, "");
            names = found.toArray(new String[0]);
        } catch (Throwable unknown) {
            // The command line is reported, without names.
            names = null;
        }
        Handoff.exit(site, token, names, thrown);
    }
}
