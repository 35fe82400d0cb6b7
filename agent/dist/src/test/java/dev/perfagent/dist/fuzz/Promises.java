package dev.perfagent.dist.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds of everything that we print, whatever we were given. */
public final class Promises {
    /** After what a build server's log passes over: blanks, control characters, marks of no width. */
    private static final Pattern COMMANDS_THE_BUILD =
            Pattern.compile("(?m)(?:^|\\r)[\\s\\p{Cntrl}\\p{Cf}]*(?:::[a-z]|##\\[|##vso\\[|##teamcity\\[)");

    private static final Pattern CONTROLS_THE_TERMINAL =
            Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t\\r]]|\\r(?!\\n)");
    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at \\S+\\(.*\\)$");
    private static final Pattern EXCEPTION = Pattern.compile("\\b\\w+(?:Exception|Error)\\b");

    private Promises() {}

    /** Of stdout or stderr of the tool, and of what the agent prints or logs. */
    public static void ofText(String text, String where) {
        assertThat(found(COMMANDS_THE_BUILD, text))
                .as("commands of a build in %s", where)
                .isEmpty();
        assertThat(found(CONTROLS_THE_TERMINAL, text))
                .as("control characters in %s", where)
                .isEmpty();
        assertThat(found(STACK_TRACE, text)).as("a stack trace in %s", where).isEmpty();
    }

    /** Of stderr of the tool: a message names no class of Java's. */
    public static void ofMessages(String text, String where) {
        ofText(text, where);
        assertThat(found(EXCEPTION, text))
                .as("names of exceptions in %s", where)
                .isEmpty();
    }

    private static List<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results()
                .limit(3)
                .map(found ->
                        text.substring(Math.max(0, found.start() - 40), Math.min(text.length(), found.end() + 60)))
                .toList();
    }
}
