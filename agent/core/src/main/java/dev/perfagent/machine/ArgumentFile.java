package dev.perfagent.machine;

import java.io.File;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file of arguments for the launcher, as in {@code java @FILE}.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html#java-command-line-argument-files">the java
 *     command, argument files</a>
 */
final class ArgumentFile {
    private static final int MOST_BYTES = 64 * 1024;

    private ArgumentFile() {}

    /**
     * The words in it. Null if it is not a plain file (what is read from a pipe is missing to the launcher), if it cannot be
     * read, or if it has a comment, or a backslash outside of quotes or at the end of a line, which continue or end words in ways
     * of their own.
     */
    static String @Nullable [] words(String path) {
        String text = new File(path).isFile() ? SmallFile.text(path, MOST_BYTES) : null;
        return text == null || text.length() == MOST_BYTES ? null : split(text);
    }

    private static String @Nullable [] split(String text) {
        String[] words = new String[text.length() / 2 + 1];
        int count = 0;
        StringBuilder word = new StringBuilder();
        boolean isWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && (c == '#' || c == '\\') || c == '\\' && !isPlainEscape(text, i + 1)) {
                return null;
            }
            boolean isEnd = quote == 0 ? isBlank(c) : c == '\n' || c == '\r';
            if (isEnd) {
                if (isWord) {
                    words[count++] = word.toString();
                }
                word.setLength(0);
                isWord = false;
                quote = 0;
                continue;
            }
            isWord = true;
            if (c == '\\') {
                word.append(text.charAt(++i));
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                word.append(c);
            }
        }
        if (isWord) {
            words[count++] = word.toString();
        }
        return Arrays.copyOf(words, count);
    }

    /** Whether that character stands for itself behind a backslash. */
    private static boolean isPlainEscape(String text, int at) {
        return at < text.length() && "\\\"' ".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    /** Words with others in the place of one. */
    static String[] replaced(String[] words, int at, String[] others) {
        String[] all = new String[words.length - 1 + others.length];
        System.arraycopy(words, 0, all, 0, at);
        System.arraycopy(others, 0, all, at, others.length);
        System.arraycopy(words, at + 1, all, at + others.length, words.length - at - 1);
        return all;
    }
}
