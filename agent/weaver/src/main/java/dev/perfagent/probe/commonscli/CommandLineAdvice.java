package dev.perfagent.probe.commonscli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.TreeSet;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the names of the options in a command line, the long ones where there are two. It never reports a value or
 * another argument. Of a wrong command line it reports what was understood before the mistake.
 */
final class CommandLineAdvice {
    private CommandLineAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.AllArguments Object[] arguments) {
        Object words = null;
        for (int i = 0; i < arguments.length; i++) {
            words = arguments[i] instanceof String[] ? arguments[i] : words;
        }
        return Handoff.enter(site, words, null);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.FieldValue("cmd") @Nullable CommandLine parsed,
            @Advice.Enter @Nullable Object token,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        try {
            TreeSet<String> given = new TreeSet<>();
            Option[] options = parsed == null ? new Option[0] : parsed.getOptions();
            for (int i = 0; i < options.length; i++) {
                String name = options[i].getLongOpt();
                given.add(name == null ? "-".concat(options[i].getOpt()) : "--".concat(name));
            }
            ArrayList<String> all = new ArrayList<>(given);
            all.add(0, ""); // the library knows neither the program's name
            all.add(1, ""); // nor a command
            names = all.toArray(new String[0]);
        } catch (Throwable unknown) {
            // The command line is reported, without names.
            names = null;
        }
        Handoff.exit(site, token, names, thrown);
    }
}
