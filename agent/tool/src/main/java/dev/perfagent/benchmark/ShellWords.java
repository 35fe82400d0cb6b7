package dev.perfagent.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line into words as a POSIX shell does: blanks, quotes and backslashes, but nothing is expanded. */
public final class ShellWords {
    private static final String ESCAPED_IN_QUOTES = "\"\\$`";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * The words of a line.
     *
     * @throws IllegalArgumentException when a quote is not closed; the message says which
     */
    public static List<String> of(String line) {
        return new ShellWords(line).split();
    }

    private List<String> split() {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> {
                    end();
                    at++;
                }
                case '\'' -> at = single(at + 1);
                case '"' -> at = twice(at + 1);
                case '\\' -> {
                    take(at + 1 < line.length() ? line.charAt(at + 1) : '\\');
                    at += 2;
                }
                default -> {
                    take(c);
                    at++;
                }
            }
        }
        end();
        return words;
    }

    private int single(int from) {
        int end = line.indexOf('\'', from);
        if (end < 0) {
            throw new IllegalArgumentException("the quote ' is not closed in: " + line);
        }
        begun = true;
        word.append(line, from, end);
        return end + 1;
    }

    private int twice(int from) {
        begun = true;
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            boolean escape = c == '\\' && at + 1 < line.length() && ESCAPED_IN_QUOTES.indexOf(line.charAt(at + 1)) >= 0;
            at += escape ? 1 : 0;
            word.append(line.charAt(at));
        }
        throw new IllegalArgumentException("the quote \" is not closed in: " + line);
    }

    private void take(char c) {
        begun = true;
        word.append(c);
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }
}
