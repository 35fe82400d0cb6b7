package dev.perfagent.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what may be a secret, and rather too much than too little: the values this process was given, what follows
 * a word such as "token" ({@link SecretScan}), and what is a secret by its own form ({@link SecretShapes}).
 */
public final class Redaction {
    /** What stands in the place of what was taken out. */
    public static final String MARK = "[redacted]";

    /** Stands for each character of a known value until the mark is written. */
    static final char HIDDEN = '\ufdd0'; // Unicode keeps it free for such use

    static final int LONGEST_TEXT = 500;

    /** Of a longer text only so much is looked at, and as much again for values that begin in it. */
    private static final int LONGEST_LOOK = 4 * LONGEST_TEXT;

    private final Secrets secrets;

    /** Knowing the secrets of this process as they are now: its arguments, its environment and its system properties. */
    public static Redaction ofThisProcess() {
        Properties properties = new Properties();
        String command = null;
        try {
            properties = System.getProperties();
            command = properties.getProperty("sun.java.command");
        } catch (SecurityException refused) {
            properties = new Properties(); // what stands around a secret gives it away, too
        }
        return new Redaction(arguments(command), environment(), properties);
    }

    /**
     * Knowing those secrets.
     *
     * @param arguments the application's own arguments
     */
    Redaction(String[] arguments, Map<String, String> environment, Map<?, ?> properties) {
        secrets = new Secrets(arguments, environment, properties);
    }

    /** The text without what may be secret, on one line, cut to a bounded length. */
    public String apply(String text) {
        String look = text.length() > 2 * LONGEST_LOOK ? text.substring(0, 2 * LONGEST_LOOK) : text;
        char[] chars = look.toCharArray();
        hide(chars, look, false);
        String read = new String(chars);
        hide(chars, look, true);
        boolean cut = look.length() > LONGEST_LOOK;
        int length = cut ? lastBlank(look) : chars.length;
        return new SecretScan(read.substring(0, length), new String(chars, 0, length)).result(cut);
    }

    /** @param names whether to hide those that read like a name such as "password", or the others */
    private void hide(char[] chars, String text, boolean names) {
        for (String value : secrets.values()) {
            if (isName(value) == names) {
                hide(chars, text, value, false);
            }
        }
        for (String word : secrets.words()) {
            if (isName(word) == names) {
                hide(chars, text, word, true);
            }
        }
    }

    private static boolean isName(String value) {
        return ScannedWord.isNameOnly(value) && (SecretNames.isSecret(value) || SecretNames.isKey(value));
    }

    private static void hide(char[] chars, String text, String value, boolean alone) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            int end = at + value.length();
            if (!alone || (isEdge(text, at - 1) && isEdge(text, end))) {
                Arrays.fill(chars, at, end, HIDDEN);
            }
        }
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    /** Where a long text is cut so that no word is: half a secret has none of the known forms. */
    private static int lastBlank(String text) {
        int at = LONGEST_LOOK;
        while (at > LONGEST_TEXT && text.charAt(at) > ' ') {
            at--;
        }
        return at;
    }

    private static Map<String, String> environment() {
        try {
            return System.getenv();
        } catch (SecurityException refused) {
            return Map.of();
        }
    }

    private static String[] arguments(@Nullable String javaCommand) {
        List<String> words = new ArrayList<>();
        int space = javaCommand == null ? -1 : javaCommand.indexOf(' ');
        while (javaCommand != null && space >= 0) {
            int next = javaCommand.indexOf(' ', space + 1);
            words.add(javaCommand.substring(space + 1, next < 0 ? javaCommand.length() : next));
            space = next;
        }
        return words.toArray(new String[0]);
    }
}
