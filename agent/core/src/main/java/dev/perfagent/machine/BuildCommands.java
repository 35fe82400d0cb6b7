package dev.perfagent.machine;

/**
 * Keeps text that we print from commanding a build server, which reads the output of a build for commands: GitHub and Gitea
 * obey a line that begins with {@code ::}, GitHub and Azure {@code ##[} and {@code ##vso[} anywhere in a line, TeamCity
 * {@code ##teamcity[}.
 *
 * <p>The sections of GitLab, Buildkite and Travis only fold output, and need a carriage return or escape sequence, which our
 * output never has.
 */
public final class BuildCommands {
    private static final String COLON = "\\u003a";
    private static final String HASH = "\\u0023";

    private BuildCommands() {}

    /** The line with the sign that makes it a command written as an escape. */
    public static String disarmed(String line) {
        return disarmed(line, true);
    }

    /**
     * The same of text with line ends.
     *
     * @param atStart whether the text begins a line
     */
    public static String disarmed(String text, boolean atStart) {
        StringBuilder out = null;
        boolean start = atStart;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean colons = start && c == ':' && text.startsWith("::", i);
            boolean hashes = c == '#' && i > 0 && text.charAt(i - 1) == '#' && opens(text, i + 1);
            if (colons || hashes) {
                out = out == null ? new StringBuilder(text.length() + 16) : out;
                out.append(text, copied, i).append(colons ? COLON : HASH);
                copied = i + 1;
            }
            if (c == '\u001b') {
                i = endOfSequence(text, i);
            } else {
                start = isLineEnd(c) || (start && isUnseen(c));
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** The same of text that holds commands of our own: its lines may begin with one, but no other is in them. */
    public static String onlyOwn(String commands) {
        StringBuilder out = new StringBuilder(commands.length());
        int from = 0;
        for (int end = commands.indexOf('\n'); end >= 0; end = commands.indexOf('\n', from)) {
            out.append(disarmed(commands.substring(from, end), false)).append('\n');
            from = end + 1;
        }
        return out.append(disarmed(commands.substring(from), false)).toString();
    }

    /** Whether letters and a bracket follow, as in {@code ##vso[}. */
    private static boolean opens(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '[';
    }

    /** The last character of an ANSI sequence such as a colour, which servers take out. */
    private static int endOfSequence(String text, int escape) {
        int at = escape + 1;
        if (at < text.length() && text.charAt(at) == '[') {
            at++;
            while (at < text.length() && text.charAt(at) < '@') {
                at++;
            }
            return Math.min(at, text.length() - 1);
        }
        return escape;
    }

    private static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** What a server may trim, or nobody sees. */
    private static boolean isUnseen(char c) {
        if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT;
    }
}
