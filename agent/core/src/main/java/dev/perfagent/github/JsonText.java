package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/** Reads one text of a JSON object that may be cut, without a parser. */
final class JsonText {
    private JsonText() {}

    /** The text of a member of the outermost object; null when it has none of that name, or it is no text. */
    static @Nullable String member(String json, String name) {
        int depth = 0;
        int at = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c == '"') {
                int end = stringEnd(json, at);
                int colon = skipBlanks(json, end + 1);
                if (depth == 1 && colon < json.length() && json.charAt(colon) == ':' && isName(json, at, end, name)) {
                    int value = skipBlanks(json, colon + 1);
                    return value < json.length() && json.charAt(value) == '"' ? text(json, value) : null;
                }
                at = end;
            } else if (c == '{' || c == '[') {
                depth++;
                if (c == '[' && depth == 1) {
                    return null;
                }
            } else if (c == '}' || c == ']') {
                depth--;
            }
            at++;
        }
        return null;
    }

    private static boolean isName(String json, int open, int end, String name) {
        return end - open - 1 == name.length() && json.startsWith(name, open + 1);
    }

    /** The quote that closes the string, or the end of a cut one. */
    private static int stringEnd(String json, int open) {
        int at = open + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, json.length());
    }

    private static int skipBlanks(String json, int from) {
        int at = from;
        while (at < json.length() && json.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static String text(String json, int open) {
        int end = stringEnd(json, open);
        StringBuilder out = new StringBuilder(end - open);
        int at = open + 1;
        while (at < end) {
            char c = json.charAt(at);
            if (c != '\\' || at + 1 >= end) {
                out.append(c);
                at++;
            } else if (json.charAt(at + 1) == 'u') {
                // Whatever it stands for: no name has one, and a line end only ends a comment.
                boolean isLineEnd = json.startsWith("000a", at + 2) || json.startsWith("000A", at + 2);
                out.append(isLineEnd ? '\n' : json.startsWith("0022", at + 2) ? '"' : ' ');
                at += 6;
            } else {
                char escaped = json.charAt(at + 1);
                out.append(escaped == 'n' || escaped == 'r' ? '\n' : escaped == 't' ? '\t' : escaped);
                at += 2;
            }
        }
        return out.toString();
    }
}
