package dev.perfagent.prepare;

import java.util.List;

/**
 * Options of the JVM in the two forms in which it takes them from outside the command line.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">the java command, argument files and
 *     JDK_JAVA_OPTIONS</a>
 */
public final class OptionText {
    private OptionText() {}

    /** The content of a file for {@code java @FILE}, an option a line. */
    public static String file(List<String> options) {
        StringBuilder text = new StringBuilder();
        for (String option : options) {
            text.append('"')
                    .append(option.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\"\n");
        }
        return text.toString();
    }

    /** The value of {@code JDK_JAVA_OPTIONS}. */
    public static String variable(List<String> options) {
        return String.join(" ", options.stream().map(OptionText::word).toList());
    }

    /** One word of a variable: the JVM splits those at blanks, takes quotes away, and knows no escapes. */
    static String word(String option) {
        boolean plain = option.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'');
        return plain ? option : '"' + option.replace("\"", "\"'\"'\"") + '"';
    }
}
