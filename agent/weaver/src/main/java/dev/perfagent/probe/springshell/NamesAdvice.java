package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Advice that reports the names in a line to Spring Shell 4: those that a command declares, never other words.
 */
final class NamesAdvice {
    private NamesAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.Argument(0) Object context) throws Exception {
        Object line = context.getClass().getMethod("parsedInput").invoke(context);
        Object registry = context.getClass().getMethod("commandRegistry").invoke(context);
        String typed = (String) line.getClass().getMethod("commandName").invoke(line);
        List<?> below = (List<?>) line.getClass().getMethod("subCommands").invoke(line);
        for (Iterator<?> each = below.iterator(); each.hasNext(); ) {
            typed = typed.concat(" ").concat((String) each.next());
        }
        Object command =
                registry.getClass().getMethod("getCommandByName", String.class).invoke(registry, typed);
        ArrayList<String> found = new ArrayList<>();
        found.add(""); // the program
        found.add("");
        if (command != null) {
            Method name = command.getClass().getMethod("getName");
            Method options = command.getClass().getMethod("getOptions");
            name.setAccessible(true); // the class that has it may be private
            options.setAccessible(true);
            found.set(1, (String) name.invoke(command));
            List<?> declared = (List<?>) options.invoke(command);
            List<?> given = (List<?>) line.getClass().getMethod("options").invoke(line);
            for (Iterator<?> each = given.iterator(); each.hasNext(); ) {
                Object option = each.next();
                String word = (String) option.getClass().getMethod("longName").invoke(option);
                Character letter =
                        (Character) option.getClass().getMethod("shortName").invoke(option);
                boolean isHelp = word.equalsIgnoreCase("help") || letter == 'h';
                String known = isHelp && given.size() == 1 ? "--help" : "";
                for (Iterator<?> one = declared.iterator(); one.hasNext(); ) {
                    Object candidate = one.next();
                    String longName =
                            (String) candidate.getClass().getMethod("longName").invoke(candidate);
                    Character shortName = (Character)
                            candidate.getClass().getMethod("shortName").invoke(candidate);
                    boolean isLong = longName != null && !longName.isEmpty();
                    if (isLong && longName.equals(word) || letter != ' ' && letter.equals(shortName)) {
                        known = isLong ? "--".concat(longName) : "-".concat(shortName.toString());
                    }
                }
                if (!known.isEmpty() && !found.contains(known)) {
                    found.add(known);
                }
            }
        }
        Handoff.exit(site, Handoff.enter(site, null, null), found.toArray(new String[0]), null);
    }
}
