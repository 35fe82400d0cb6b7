package dev.perfagent.machine;

/** What a {@link SecretScan} asks of a word or a sign by itself. */
final class ScannedWord {
    private static final String SEPARATORS = "'\",;()<>{}[]&=|`";
    static final String OPENING = "\"'`\u201c\u2018\u00ab\u201e\u2039";
    static final String CLOSING = "\"'`\u201d\u2019\u00bb\u201c\u203a";
    static final String AROUND_NAMES = "\"'`*]\\\u201d\u2019\u00bb";

    /** Signs that stay behind a hidden value, so that one sees where it ended. */
    private static final String TRAILING = ",;)]}>\"'`";

    /** A word with a digit that is shorter is a number of something. */
    private static final int SHORTEST_MADE = 3;

    private ScannedWord() {}

    /** Whether what comes there in a word is the end of a path of files: {@code /etc/passwd: not found}. */
    static boolean isPath(String word, int from) {
        int first = word.indexOf('/');
        if (first < 0 || first >= from) {
            return false;
        }
        int second = word.indexOf('/', first + 1);
        return word.charAt(0) == '.' || word.charAt(0) == '~' || (second >= 0 && second < from);
    }

    /** {@code -p}, or it and the password in one. */
    static boolean isPasswordOption(String word) {
        return word.length() >= 2 && word.charAt(0) == '-' && (word.charAt(1) == 'p' || word.equals("-P"));
    }

    static boolean isVerb(String word) {
        return word.equalsIgnoreCase("is")
                || word.equalsIgnoreCase("was")
                || word.equalsIgnoreCase("are")
                || word.equals("-")
                || word.equals("\u2013");
    }

    /** Whether a word does not look like one of a language. */
    static boolean looksMade(String word) {
        for (int i = 0; word.length() >= SHORTEST_MADE && i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c >= '0' && c <= '9') || "!$%^*+~#@".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    static boolean hasInnerCapital(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    static int withoutTrailing(String word) {
        int end = word.length();
        while (end > 1 && TRAILING.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Without signs at both ends. */
    static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to);
    }

    static boolean isLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isNameOnly(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isOfName(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$';
    }

    static boolean isBlank(char c) {
        return c <= ' ';
    }

    static boolean isSeparator(char c) {
        return c <= ' '
                || SEPARATORS.indexOf(c) >= 0
                || c > 0x7f && (OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0);
    }
}
