package dev.perfagent.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what may be a secret, and rather too much than too little: the values this process was given, what follows
 * a word such as "token", known token shapes, user info and queries of URLs, and long words that mix letters and digits.
 */
public final class Redaction {
    /** What stands in the place of what was taken out. */
    public static final String MARK = "[redacted]";

    private static final int LONGEST_TEXT = 500;
    /** Shorter words that begin like a token are just words. */
    private static final int SHORTEST_REST = 6;
    /** Shorter words that mix letters and digits are versions, dates and names. */
    private static final int SHORTEST_MIXED_WORD = 16;

    private static final String SEPARATORS = "'\",;()<>{}[]&=|";

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

    /** Words between a telling word and its secret. */
    private static final String[] FILLERS = {"bearer", "basic", "digest", "negotiate", "token", "is", "was", ":", "="};

    private final List<String> values;

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
        values = new Secrets(arguments, environment).values();
    }

    /** The text without what may be secret, on one line, cut to a bounded length. */
    public String apply(String text) {
        String rest = text;
        for (String value : values) {
            rest = rest.replace(value, MARK);
        }
        rest = rest.length() > LONGEST_TEXT * 4 ? rest.substring(0, LONGEST_TEXT * 4) : rest;
        StringBuilder out = new StringBuilder(rest.length());
        boolean secretNext = false;
        int at = 0;
        while (at < rest.length()) {
            char c = rest.charAt(at);
            if (secretNext && (c == '"' || c == '\'') && isValueQuote(rest, at)) {
                int close = rest.indexOf(c, at + 1);
                int end = close < 0 ? rest.length() : close;
                out.append(c).append(MARK);
                at = end;
                secretNext = false;
            } else if (isSeparator(c)) {
                out.append(c < ' ' ? ' ' : c);
                at++;
            } else {
                int end = at;
                while (end < rest.length() && !isSeparator(rest.charAt(end))) {
                    end++;
                }
                end = isAddress(rest, at, end) ? spaceAfter(rest, at) : end;
                String word = rest.substring(at, end);
                boolean telling = isTelling(word);
                boolean filler = isFiller(word);
                out.append(secretNext && !filler && !telling ? MARK : withoutSecret(word));
                secretNext = telling || (secretNext && filler) || isAlwaysFollowed(word);
                at = end;
            }
        }
        return out.length() > LONGEST_TEXT ? out.substring(0, LONGEST_TEXT) + "…" : out.toString();
    }

    /** Whether a quote opens the value that belongs to a name before it, and does not close the name itself. */
    private static boolean isValueQuote(String text, int quote) {
        int before = quote - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && (text.charAt(before) == ':' || text.charAt(before) == '=' || before < quote - 1);
    }

    private static boolean isSeparator(char c) {
        return c <= ' ' || SEPARATORS.indexOf(c) >= 0;
    }

    /** Whether the word goes on to the next space, for it is a URL or a path with a query. */
    private static boolean isAddress(String text, int from, int to) {
        String word = text.substring(from, to);
        return word.contains("://") || (word.indexOf('?') >= 0 && to < text.length() && text.charAt(to) == '=');
    }

    private static int spaceAfter(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != '"' && text.charAt(end) != '\'') {
            end++;
        }
        return end;
    }

    private static boolean isTelling(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        char last = lower.charAt(lower.length() - 1);
        String bare = last == ':' ? lower.substring(0, lower.length() - 1) : lower;
        return bare.indexOf(':') < 0 && bare.indexOf('/') < 0 && Secrets.soundsSecret(bare);
    }

    private static boolean isFiller(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String filler : FILLERS) {
            if (filler.equals(lower)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlwaysFollowed(String word) {
        return word.equalsIgnoreCase("basic") || word.equalsIgnoreCase("bearer");
    }

    private static String withoutSecret(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int scheme = word.indexOf("://");
        if (scheme >= 0) {
            return url(word, scheme + 3);
        }
        int query = word.indexOf('?');
        if (query >= 0 && query + 1 < word.length()) {
            return withoutSecret(word.substring(0, query)) + "?…";
        }
        int user = word.indexOf('@');
        if (user > 0 && (word.lastIndexOf(':', user) >= 0 || word.lastIndexOf('/', user) >= 0)) {
            return MARK + word.substring(user);
        }
        int colon = word.indexOf(':');
        if (colon > 0 && colon + 1 < word.length() && Secrets.soundsSecret(lower.substring(0, colon))) {
            return word.substring(0, colon + 1) + MARK;
        }
        for (String prefix : TOKEN_PREFIXES) {
            if (lower.contains(prefix) && word.length() >= prefix.length() + SHORTEST_REST) {
                return MARK;
            }
        }
        return isMixed(word) ? MARK : word;
    }

    /** Scheme and host of a URL; of the rest only that there is one. */
    private static String url(String word, int authority) {
        int end = authority;
        while (end < word.length() && "/?#".indexOf(word.charAt(end)) < 0) {
            end++;
        }
        int userInfo = word.lastIndexOf('@', end);
        String host = userInfo >= authority ? word.substring(userInfo + 1, end) : word.substring(authority, end);
        String scheme = word.substring(Math.max(0, word.lastIndexOf(':', authority - 3) + 1), authority);
        return (isMixed(word.substring(0, authority)) ? scheme : word.substring(0, authority))
                + host
                + (end < word.length() ? "/…" : "");
    }

    private static boolean isMixed(String word) {
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
