package dev.perfagent.probe.args4j;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.CmdLineParser;
import org.kohsuke.args4j.NamedOptionDef;
import org.kohsuke.args4j.spi.OptionHandler;
import org.kohsuke.args4j.spi.SubCommands;

/**
 * Advice that reports the names of the options in a command line: the words that are declared as options, by their first name. No
 * version keeps which were given. args4j knows no name of the program. Handed over in place of it is the name of the class whose
 * fields were filled, and in place of the command the declared names of sub-commands.
 *
 * <p>The fields are private, and not in all versions; woven into their class, this may read them.
 */
final class ArgumentsAdvice {
    private ArgumentsAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) String @Nullable [] words) {
        return Handoff.enter(site, null, words);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.This CmdLineParser parser,
            @Advice.Argument(0) String[] words,
            @Advice.Enter @Nullable Object token,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        try {
            Field options = CmdLineParser.class.getDeclaredField("options");
            options.setAccessible(true);
            Object declared = options.get(parser);
            HashMap<String, String> known = new HashMap<>();
            for (Object each : declared instanceof Map<?, ?> byName ? byName.keySet() : (List<?>) declared) {
                if (each instanceof String name) { // 2.0.1
                    known.put(name, name);
                } else {
                    NamedOptionDef option = (NamedOptionDef) ((OptionHandler<?>) each).option;
                    known.put(option.name(), option.name());
                    for (String alias : option.aliases()) {
                        known.put(alias, option.name());
                    }
                }
            }
            LinkedHashSet<String> given = new LinkedHashSet<>();
            for (String word : words) {
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
            String read = "";
            String inside = null;
            try {
                List<?> handlers = parser.getArguments().isEmpty() ? (List<?>) declared : parser.getArguments();
                Object setter = ((OptionHandler<?>) handlers.get(0)).setter;
                Field bean = setter.getClass().getDeclaredField("bean");
                bean.setAccessible(true);
                read = bean.get(setter).getClass().getSimpleName();
            } catch (Throwable unknown) {
                // Nothing is declared in it, or its setters are the application's own.
            }
            try {
                Field current = CmdLineParser.class.getDeclaredField("currentOptionHandler");
                current.setAccessible(true);
                OptionHandler<?> last = (OptionHandler<?>) current.get(parser);
                if (last != null && !(last.option instanceof NamedOptionDef)) {
                    inside = ""; // what was read inside was read for a word that is no option
                    SubCommands commands = last.setter.asAnnotatedElement().getAnnotation(SubCommands.class);
                    for (int i = 0; commands != null && i < commands.value().length; i++) {
                        inside = inside.concat(commands.value()[i].name()).concat(" ");
                    }
                }
            } catch (Throwable unknown) {
                // A version without sub-commands, or a copy of args4j without them, as JaCoCo has.
            }
            found.addAll(0, Arrays.asList(read, inside));
            names = found.toArray(new String[0]);
        } catch (Throwable unknown) {
            names = null; // the command line is reported, without them
        }
        Handoff.exit(site, token, names, thrown);
    }
}
