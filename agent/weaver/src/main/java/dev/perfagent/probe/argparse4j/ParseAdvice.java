package dev.perfagent.probe.argparse4j;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import net.sourceforge.argparse4j.internal.ArgumentParserImpl;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the names in a command line: the program's, that of the sub-command with its parents, and those of the
 * options, which are the words that are declared as such. Never a value.
 *
 * <p>The fields are private; woven into their class, this may read them.
 */
final class ParseAdvice {
    private ParseAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) Object state) throws Exception {
        Field typed = state.getClass().getDeclaredField("args");
        typed.setAccessible(true);
        return Handoff.enter(site, typed.get(state), null);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.This ArgumentParserImpl parser,
            @Advice.Argument(0) Object state,
            @Advice.Enter @Nullable Object token,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        try {
            Field parent = ArgumentParserImpl.class.getDeclaredField("mainParser_");
            parent.setAccessible(true);
            Field optional;
            try {
                optional = ArgumentParserImpl.class.getDeclaredField("namedArgIndex_");
            } catch (NoSuchFieldException older) {
                optional = ArgumentParserImpl.class.getDeclaredField("optargIndex_");
            }
            optional.setAccessible(true);
            Field typed = state.getClass().getDeclaredField("args");
            typed.setAccessible(true);
            HashMap<String, Object> known = new HashMap<>();
            HashMap<Object, String> longest = new HashMap<>();
            String command = "";
            ArgumentParserImpl root = parser;
            for (ArgumentParserImpl level = parser; level != null; level = (ArgumentParserImpl) parent.get(level)) {
                for (Iterator<?> each =
                                ((Map<?, ?>) optional.get(level)).entrySet().iterator();
                        each.hasNext(); ) {
                    Map.Entry<?, ?> declared = (Map.Entry<?, ?>) each.next();
                    String flag = (String) declared.getKey();
                    known.put(flag, declared.getValue());
                    String before = longest.get(declared.getValue());
                    if (before == null || before.length() < flag.length()) {
                        longest.put(declared.getValue(), flag);
                    }
                }
                String name = level.getCommand();
                if (name != null && !name.isEmpty()) {
                    command = command.isEmpty() ? name : name.concat(" ").concat(command);
                }
                root = level;
            }
            LinkedHashSet<String> given = new LinkedHashSet<>();
            String[] words = (String[]) typed.get(state);
            for (int i = 0; i < words.length; i++) {
                int value = words[i].indexOf('=');
                Object option = known.get(value < 0 ? words[i] : words[i].substring(0, value));
                if (option != null) {
                    given.add(longest.get(option));
                }
            }
            ArrayList<String> found = new ArrayList<>(given);
            found.add(0, root.getProg());
            found.add(1, command);
            names = found.toArray(new String[0]);
        } catch (Throwable unknown) {
            // The command line is reported, without names.
            names = null;
        }
        Handoff.exit(site, token, names, thrown);
    }
}
