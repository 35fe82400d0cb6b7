package dev.perfagent.probe.jcommander;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the names in a command line: the program's, that of the sub-command with its parents, and those of the
 * options. It never reports a value or a main parameter. Of a wrong command line it reports what was understood before the
 * mistake.
 */
final class CommandLineAdvice {
    private CommandLineAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) String @Nullable [] words) {
        return Handoff.enter(site, words, null);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.This JCommander root,
            @Advice.Enter @Nullable Object token,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        try {
            ArrayList<String> options = new ArrayList<>();
            String command = "";
            for (JCommander level = root; level != null; ) {
                TreeSet<String> given = new TreeSet<>();
                for (Iterator<ParameterDescription> each = level.getParameters().iterator(); each.hasNext(); ) {
                    ParameterDescription parameter = each.next();
                    if (parameter.isAssigned()) {
                        given.add(parameter.getLongestName());
                    }
                }
                options.addAll(given);
                String next = level.getParsedCommand(); // its name, also where an alias was typed
                if (next == null) {
                    level = null;
                } else {
                    command = command.isEmpty() ? next : command.concat(" ").concat(next);
                    level = level.getCommands().get(next);
                }
            }
            String program;
            try {
                program = root.getProgramName();
            } catch (NoSuchMethodError before172) {
                program = null;
            }
            options.add(0, program == null ? "" : program);
            options.add(1, command);
            names = options.toArray(new String[0]);
        } catch (Throwable unknown) {
            // The command line is reported, without names.
            names = null;
        }
        Handoff.exit(site, token, names, thrown);
    }
}
