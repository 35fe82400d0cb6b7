package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the names of the options that stand in a line, for Spring Shell 2.1 to 3.4. What the parser returns has
 * options with default values, too, so the words are compared with the names that the command declares. The first argument is
 * the options of the command up to 3.0. Since 3.1 the parser finds the command itself, and says which one it is.
 */
final class OptionsAdvice {
    private OptionsAdvice() {}

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site, @Advice.AllArguments Object[] arguments, @Advice.Return @Nullable Object parsed)
            throws Exception {
        List<?> declared = arguments.length > 1 ? (List<?>) arguments[0] : null;
        ArrayList<String> found = new ArrayList<>();
        found.add(""); // the program
        found.add(""); // the command, as before
        if (declared == null && parsed != null) {
            Method which = parsed.getClass().getMethod("registration");
            which.setAccessible(true); // the class that has it may be private
            Object registration = which.invoke(parsed);
            Method command = registration.getClass().getMethod("getCommand");
            Method options = registration.getClass().getMethod("getOptions");
            command.setAccessible(true);
            options.setAccessible(true);
            found.set(1, (String) command.invoke(registration));
            declared = (List<?>) options.invoke(registration);
        }
        String[] words = (String[]) arguments[arguments.length - 1];
        for (Iterator<?> each = declared == null ? null : declared.iterator(); each != null && each.hasNext(); ) {
            Object option = each.next();
            Method longNames = option.getClass().getMethod("getLongNames");
            Method shortNames = option.getClass().getMethod("getShortNames");
            longNames.setAccessible(true);
            shortNames.setAccessible(true);
            String[] all = (String[]) longNames.invoke(option);
            Character[] letters = (Character[]) shortNames.invoke(option);
            String longest = "";
            boolean isGiven = false;
            for (int i = 0; i < words.length; i++) {
                String word = words[i];
                boolean isGroup = word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
                for (int n = 0; letters != null && n < letters.length; n++) {
                    longest = longest.isEmpty() ? "-".concat(letters[n].toString()) : longest;
                    isGiven |= isGroup
                            && (word.charAt(1) == letters[n] || word.indexOf('=') < 0 && word.indexOf(letters[n]) > 0);
                }
                for (int n = 0; all != null && n < all.length; n++) {
                    String name = "--".concat(all[n]);
                    longest = name.length() > longest.length() ? name : longest;
                    isGiven |= word.equals(name) || word.startsWith(name.concat("="));
                }
            }
            if (isGiven) {
                found.add(longest);
            }
        }
        Handoff.exit(site, Handoff.enter(site, null, null), found.toArray(new String[0]), null);
    }
}
