package dev.perfagent.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what may be a secret, and rather too much than too little: values of this process's arguments and of
 * environment variables that sound secret, what follows a word such as "token", known token shapes, user info and queries of
 * URLs, and long words that mix letters and digits.
 */
public final class Redaction {
    /** What stands in the place of what was taken out. */
    public static final String MARK = "[redacted]";

    private static final int LONGEST_TEXT = 500;
    /** Shorter values are words that occur by chance. */
    private static final int SHORTEST_VALUE = 6;
    /** Shorter words that mix letters and digits are versions, dates and names. */
    private static final int SHORTEST_MIXED_WORD = 16;

    private static final String[] SECRET_WORDS = {
        "token",
        "secret",
        "password",
        "passwd",
        "passphrase",
        "apikey",
        "api_key",
        "api-key",
        "authorization",
        "bearer",
        "credential",
        "private_key",
        "access_key"
    };
    private static final String[] TOKEN_PREFIXES = {
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat_",
        "glpat-",
        "xox",
        "akia",
        "asia",
        "eyj",
        "sk-",
        "npm_",
        "pypi-"
    };

    private final List<String> values = new ArrayList<>();

    /** Knowing the secrets of this process as they are now: its arguments and its environment. */
    public static Redaction ofThisProcess() {
        return new Redaction(arguments(System.getProperty("sun.java.command")), System.getenv());
    }

    /**
     * Knowing those secrets.
     *
     * @param arguments the application's own arguments
     */
    Redaction(String[] arguments, Map<String, String> environment) {
        for (String argument : arguments) {
            int equals = argument.startsWith("-") ? argument.indexOf('=') : -1;
            remember(equals < 0 ? argument : argument.substring(equals + 1));
        }
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (soundsSecret(variable.getKey().toLowerCase(Locale.ROOT))) {
                remember(variable.getValue());
            }
        }
    }

    /** The text without what may be secret, on one line, cut to a bounded length. */
    public String apply(String text) {
        String rest = text.length() > LONGEST_TEXT * 4 ? text.substring(0, LONGEST_TEXT * 4) : text;
        for (String value : values) {
            rest = rest.replace(value, MARK);
        }
        StringBuilder out = new StringBuilder(rest.length());
        boolean secretNext = false;
        int at = 0;
        while (at < rest.length()) {
            int end = at;
            while (end < rest.length() && !isSeparator(rest.charAt(end))) {
                end++;
            }
            if (end > at) {
                String word = rest.substring(at, end);
                boolean introduces = introducesSecret(word);
                out.append(secretNext && !introduces ? MARK : withoutSecret(word));
                secretNext = introduces;
            }
            while (end < rest.length() && isSeparator(rest.charAt(end))) {
                char c = rest.charAt(end++);
                out.append(c < ' ' ? ' ' : c);
            }
            at = end;
        }
        return out.length() > LONGEST_TEXT ? out.substring(0, LONGEST_TEXT) + "…" : out.toString();
    }

    private static String[] arguments(@Nullable String javaCommand) {
        List<String> words = new ArrayList<>();
        int from = javaCommand == null ? -1 : javaCommand.indexOf(' ') + 1;
        while (javaCommand != null && from > 0 && from <= javaCommand.length()) {
            int space = javaCommand.indexOf(' ', from);
            words.add(javaCommand.substring(from, space < 0 ? javaCommand.length() : space));
            from = space + 1;
            if (space < 0) {
                break;
            }
        }
        return words.toArray(new String[0]);
    }

    private void remember(String value) {
        if (value.length() >= SHORTEST_VALUE && !value.startsWith("-")) {
            values.add(value);
        }
    }

    private static boolean isSeparator(char c) {
        return c <= ' ' || c == '\'' || c == '"' || c == ',' || c == ';' || c == '(' || c == ')' || c == '<'
                || c == '>';
    }

    private static boolean introducesSecret(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        char last = lower.charAt(lower.length() - 1);
        String bare = last == ':' || last == '=' ? lower.substring(0, lower.length() - 1) : lower;
        if (soundsSecret(bare)) {
            return bare.indexOf('=') < 0 && bare.indexOf(':') < 0;
        }
        return bare.equals("basic") || bare.equals("is") || bare.equals("was");
    }

    private static boolean soundsSecret(String lower) {
        for (String word : SECRET_WORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return lower.endsWith("_key") || lower.endsWith("_pat") || lower.endsWith("_auth") || lower.equals("pat");
    }

    private static String withoutSecret(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int scheme = word.indexOf("://");
        if (scheme >= 0) {
            return url(word, scheme + 3);
        }
        int assignment = Math.max(word.indexOf('='), word.indexOf(':'));
        if (assignment > 0 && assignment + 1 < word.length() && soundsSecret(lower.substring(0, assignment))) {
            return word.substring(0, assignment + 1) + MARK;
        }
        for (String prefix : TOKEN_PREFIXES) {
            if (lower.contains(prefix) && word.length() >= prefix.length() + SHORTEST_VALUE) {
                return MARK;
            }
        }
        return isMixed(word) ? MARK : word;
    }

    /** Scheme and host of a URL, and the letters-only part of its path. */
    private static String url(String word, int authority) {
        int end = authority;
        while (end < word.length() && "/?#".indexOf(word.charAt(end)) < 0) {
            end++;
        }
        int userInfo = word.lastIndexOf('@', end);
        String host = userInfo >= authority ? word.substring(userInfo + 1, end) : word.substring(authority, end);
        String rest = end < word.length() ? "/…" : "";
        return word.substring(0, authority) + host + rest;
    }

    private static boolean isMixed(String word) {
        if (word.length() < SHORTEST_MIXED_WORD) {
            return false;
        }
        int run = 0;
        boolean letters = false;
        boolean digits = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (digit || letter || c == '_' || c == '-' || c == '+') {
                letters |= letter;
                digits |= digit;
                run++;
                if (run >= SHORTEST_MIXED_WORD && letters && digits) {
                    return true;
                }
            } else {
                run = 0;
                letters = false;
                digits = false;
            }
        }
        return false;
    }
}
