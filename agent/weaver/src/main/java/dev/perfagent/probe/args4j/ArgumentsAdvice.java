package dev.perfagent.probe.args4j;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.CmdLineParser;
import org.kohsuke.args4j.NamedOptionDef;
import org.kohsuke.args4j.spi.OptionHandler;

/**
 * Advice that reports the names of the options in a command line: the words that are declared as options, by their first name. No
 * version keeps which were given. args4j knows no name of the program.
 *
 * <p>The fields are private, and not in all versions; woven into their class, this may read them.
 */
final class ArgumentsAdvice {
    private ArgumentsAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) String @Nullable [] words) {
        return Handoff.enter(site, null, words);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @SiteNumber int site,
            @Advice.This CmdLineParser parser,
            @Advice.Argument(0) String @Nullable [] words,
            @Advice.Enter @Nullable Object token,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        try {
            Field options = CmdLineParser.class.getDeclaredField("options");
            options.setAccessible(true);
            Object declared = options.get(parser);
            HashMap<String, String> known = new HashMap<>();
            if (declared instanceof Map<?, ?> byName) { // 2.0.1
                for (Iterator<?> each = byName.keySet().iterator(); each.hasNext(); ) {
                    String name = (String) each.next();
                    known.put(name, name);
                }
            } else {
                for (Iterator<?> each = ((List<?>) declared).iterator(); each.hasNext(); ) {
                    NamedOptionDef option = (NamedOptionDef) ((OptionHandler<?>) each.next()).option;
                    known.put(option.name(), option.name());
                    String[] aliases = option.aliases();
                    for (int i = 0; i < aliases.length; i++) {
                        known.put(aliases[i], option.name());
                    }
                }
            }
            LinkedHashSet<String> given = new LinkedHashSet<>();
            for (int i = 0; words != null && i < words.length; i++) {
                String word = words[i];
                String name = known.get(word);
                int value = word.indexOf('=');
                while (name == null && value > 0) { // --name=value, -Dname=value
                    name = known.get(word.substring(0, value--));
                }
                if (name != null) {
                    given.add(name);
                }
            }
            ArrayList<String> found = new ArrayList<>(given);
            String command = null;
            try {
                Field current = CmdLineParser.class.getDeclaredField("currentOptionHandler");
                current.setAccessible(true);
                OptionHandler<?> last = (OptionHandler<?>) current.get(parser);
                if (last != null && !(last.option instanceof NamedOptionDef)) {
                    command = ""; // what was read inside was read for a word that is no option
                }
            } catch (Throwable unknown) {
                command = null; // a version without sub-commands
            }
            found.add(0, "");
            found.add(1, command);
            names = found.toArray(new String[0]);
        } catch (Throwable unknown) {
            // The command line is reported, without names.
            names = null;
        }
        Handoff.exit(site, token, names, thrown);
    }
}
