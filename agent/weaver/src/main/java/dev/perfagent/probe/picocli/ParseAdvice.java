package dev.perfagent.probe.picocli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import java.util.Iterator;
import java.util.LinkedHashSet;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Takes the names out of what was parsed, never a value and never a positional parameter. */
final class ParseAdvice {
    private ParseAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter() {
        return Handoff.enter(Site.PICOCLI_PARSE, null, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable ParseResult result,
            @Advice.Thrown @Nullable Throwable thrown) {
        String[] names = null;
        try {
            if (result != null) {
                LinkedHashSet<String> options = new LinkedHashSet<>();
                ParseResult leaf = result;
                for (ParseResult level = result; level != null; level = level.subcommand()) {
                    leaf = level;
                    for (Iterator<OptionSpec> given = level.matchedOptions().iterator(); given.hasNext(); ) {
                        options.add(given.next().longestName());
                    }
                }
                String[] found = new String[options.size() + 1];
                found[0] = leaf.commandSpec().qualifiedName(" ");
                int next = 1;
                for (Iterator<String> option = options.iterator(); option.hasNext(); ) {
                    found[next++] = option.next();
                }
                names = found;
            } else if (thrown instanceof ParameterException wrong) {
                names = new String[] {wrong.getCommandLine().getCommandSpec().qualifiedName(" ")};
            }
        } catch (Throwable unknown) {
            // The parse is told all the same; what was given is then unknown.
            names = null;
        }
        Handoff.exit(Site.PICOCLI_PARSE, token, names, thrown);
    }
}
