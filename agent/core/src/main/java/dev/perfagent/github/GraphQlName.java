package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/**
 * The name of a GraphQL request: its kind, and the name of its operation or else of its first field, such as {@code query
 * Viewer} or {@code mutation addComment}. Nothing else of the query is ever kept: it may have values in it.
 */
public final class GraphQlName {
    /** A longer name is cut: one that is made by a program would fill the record. */
    private static final int MOST_CHARS = 60;

    private final String text;
    private int at;

    private GraphQlName(String text) {
        this.text = text;
    }

    /**
     * Of a request's body, which may be cut; null when nothing can be said of it.
     *
     * @param body JSON, with {@code query} and maybe {@code operationName}
     */
    public static @Nullable String of(String body) {
        String query = JsonText.member(body, "query");
        String wanted = JsonText.member(body, "operationName");
        String name = query == null ? null : new GraphQlName(query).find(isName(wanted) ? wanted : null);
        return name != null || wanted == null || !isName(wanted) ? name : "operation ".concat(cut(wanted));
    }

    /** Whether it changes something, which counts five times as much. */
    public static boolean isMutation(String name) {
        return name.startsWith("mutation ");
    }

    private static boolean isName(@Nullable String name) {
        if (name == null || name.isEmpty() || !isStart(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!isPart(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The operation of that name, or the first one. */
    private @Nullable String find(@Nullable String wanted) {
        for (char c = next(); c != 0; c = next()) {
            if (c == '{') {
                return wanted == null ? of("query", "") : null;
            }
            String kind = isStart(c) ? word() : "";
            if (kind.equals("query") || kind.equals("mutation") || kind.equals("subscription")) {
                String name = isStart(next()) ? word() : "";
                if (wanted == null || wanted.equals(name)) {
                    return of(kind, name);
                }
            } else if (!kind.equals("fragment")) {
                return null;
            }
            if (!toSelection()) {
                return null;
            }
            skip('{', '}');
        }
        return null;
    }

    private @Nullable String of(String kind, String name) {
        if (!name.isEmpty()) {
            return kind.concat(" ").concat(cut(name));
        }
        String field = toSelection() ? field() : "";
        return field.isEmpty() ? kind : kind.concat(" ").concat(cut(field));
    }

    /** To the brace that opens the fields, past variables and directives. */
    private boolean toSelection() {
        for (char c = next(); c != 0; c = next()) {
            if (c == '{') {
                return true;
            }
            if (c == '(') {
                skip('(', ')');
            } else if (c == '"') {
                string();
            } else {
                at++;
            }
        }
        return false;
    }

    /** The first field behind the brace: not its alias, and of a fragment what is in it or behind it. */
    private String field() {
        at++;
        char c = next();
        while (c == '.') {
            at++;
            c = next();
            if (c != '.') {
                c = fragment(c);
            }
        }
        String name = isStart(c) ? word() : "";
        if (next() == ':') {
            at++;
            name = isStart(next()) ? word() : "";
        }
        return name;
    }

    /** What comes first in the fragment behind the dots, or next to one that is only named; 0 at the end. */
    private char fragment(char first) {
        String name = isStart(first) ? word() : "";
        if (!name.isEmpty() && !name.equals("on")) {
            char c = next();
            while (c == '@') {
                at++;
                word();
                if (next() == '(') {
                    skip('(', ')');
                }
                c = next();
            }
            if (c != '}') {
                return c;
            }
        }
        if (!toSelection()) {
            return 0;
        }
        at++;
        return next();
    }

    /** Past the bracket that closes the one here. */
    private void skip(char open, char close) {
        int depth = 0;
        for (char c = next(); c != 0; c = next()) {
            if (c == '"') {
                string();
                continue;
            }
            at++;
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }

    /** Past a string or block string. */
    private void string() {
        boolean isBlock = text.startsWith("\"\"\"", at);
        String end = isBlock ? "\"\"\"" : "\"";
        at += end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + end.length());
    }

    /** The next character that means something; 0 at the end. */
    private char next() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else if (c <= ' ' || c == ',' || c == '\uFEFF') {
                at++;
            } else {
                return c;
            }
        }
        return 0;
    }

    private String word() {
        int start = at;
        while (at < text.length() && isPart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static String cut(String name) {
        return name.length() <= MOST_CHARS ? name : name.substring(0, MOST_CHARS);
    }

    private static boolean isStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isPart(char c) {
        return isStart(c) || c >= '0' && c <= '9';
    }
}
