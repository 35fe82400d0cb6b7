package dev.perfagent.probe.airline;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports what was understood of a command line so far: the command with its groups, and the longest names of the
 * options. Never a value. The state is a new object after each word.
 *
 * <p>It is the same for both libraries, so it calls their methods by name.
 */
final class StateAdvice {
    private StateAdvice() {}

    @Advice.OnMethodExit(suppress = true)
    static void exit(@SiteNumber int site, @Advice.Return @Nullable Object state) {
        Object token = Handoff.enter(site, null, null);
        String[] names = null;
        try {
            if (state != null) {
                Class<?> type = state.getClass();
                Object group = type.getMethod("getGroup").invoke(state);
                Object leaf = type.getMethod("getCommand").invoke(state);
                String command = "";
                if (leaf != null) {
                    command = (String) leaf.getClass().getMethod("getName").invoke(leaf);
                }
                while (group != null) {
                    String name = (String) group.getClass().getMethod("getName").invoke(group);
                    command = command.isEmpty() ? name : name.concat(" ").concat(command);
                    Object parent;
                    try {
                        parent = group.getClass().getMethod("getParent").invoke(group);
                    } catch (NoSuchMethodException flat) {
                        parent = null;
                    }
                    group = parent;
                }
                Method given = type.getMethod("getParsedOptions");
                Object parsed = given.invoke(state);
                if (!(parsed instanceof Iterable)) { // a multimap
                    parsed = given.getReturnType().getMethod("keySet").invoke(parsed);
                }
                LinkedHashSet<String> options = new LinkedHashSet<>();
                for (Iterator<?> each = ((Iterable<?>) parsed).iterator(); each.hasNext(); ) {
                    Object option = each.next();
                    option = option instanceof Map.Entry<?, ?> pair ? pair.getKey() : option;
                    String longest = "";
                    Iterator<?> known = ((Iterable<?>)
                                    option.getClass().getMethod("getOptions").invoke(option))
                            .iterator();
                    while (known.hasNext()) {
                        String name = (String) known.next();
                        longest = name.length() > longest.length() ? name : longest;
                    }
                    options.add(longest);
                }
                ArrayList<String> found = new ArrayList<>(options);
                found.add(0, "");
                found.add(1, command);
                names = found.toArray(new String[0]);
            }
        } catch (Throwable unknown) {
            // The command line is reported, without these names.
            names = null;
        }
        Handoff.exit(site, token, names, null);
    }
}
