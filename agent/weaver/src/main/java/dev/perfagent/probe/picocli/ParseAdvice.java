package dev.perfagent.probe.picocli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Advice that reports the names in a command line: the program's, that of the sub-command with its parents, and those of the
 * options. It never reports a value or a positional parameter.
 *
 * <p>The name of a sub-command is the one under which its parent knows it, which is what a person types; its annotation may
 * have another. Where an alias was typed, the name is reported, so that a command always has the same name.
 */
final class ParseAdvice {
    private ParseAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) String @Nullable [] words) {
        return Handoff.enter(site, words, null);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable ParseResult result,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        try {
            CommandSpec spec = null;
            ArrayDeque<ParseResult> levels = new ArrayDeque<>();
            if (result != null) {
                for (ParseResult level = result; level != null; level = level.subcommand()) {
                    spec = level.commandSpec();
                    levels.addLast(level);
                }
            } else if (thrown instanceof ParameterException wrong) {
                // What was understood before the mistake is there, level by level.
                spec = wrong.getCommandLine().getCommandSpec();
                for (CommandSpec level = spec; level != null; level = level.parent()) {
                    ParseResult before = level.commandLine().getParseResult();
                    if (before != null) {
                        levels.addFirst(before);
                    }
                }
            }
            if (spec != null) {
                LinkedHashSet<String> options = new LinkedHashSet<>();
                for (Iterator<ParseResult> each = levels.iterator(); each.hasNext(); ) {
                    for (Iterator<OptionSpec> given =
                                    each.next().matchedOptions().iterator();
                            given.hasNext(); ) {
                        options.add(given.next().longestName());
                    }
                }
                String command = "";
                CommandSpec level = spec;
                for (CommandSpec parent = level.parent(); parent != null; parent = level.parent()) {
                    String registered = level.name();
                    // Names come before their aliases. A command that may be given several times is a copy, which has
                    // only its own name.
                    for (Iterator<Map.Entry<String, CommandLine>> known =
                                    parent.subcommands().entrySet().iterator();
                            known.hasNext(); ) {
                        Map.Entry<String, CommandLine> one = known.next();
                        if (one.getValue() == level.commandLine()) {
                            registered = one.getKey();
                            break;
                        }
                    }
                    command = command.isEmpty()
                            ? registered
                            : registered.concat(" ").concat(command);
                    level = parent;
                }
                String[] found = new String[options.size() + 2];
                found[0] = "<main class>".equals(level.name()) ? "" : level.name();
                found[1] = command;
                int next = 2;
                for (Iterator<String> option = options.iterator(); option.hasNext(); ) {
                    found[next++] = option.next();
                }
                names = found;
            }
        } catch (Throwable unknown) {
            // The parse is reported, without names.
            names = null;
        }
        Handoff.exit(site, token, names, thrown);
    }
}
