package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/**
 * Names the segments of a path after a grammar of collections and identifiers.
 *
 * <p>A grammar is text, so that it costs a constant and no start-up. It lists children separated by blanks, each a literal or a
 * parameter, with its own children in parentheses: <code>issues(comments({comment_id}) {issue_number}(labels))</code>. The first
 * that fits wins, so parameters stand behind literals. A parameter may carry a mark:
 *
 * <ul>
 *   <li><code>{branch+}</code> takes several segments, up to the first place from which the children match all that is left;
 *   <li><code>{path*}</code> takes all that is left, which may be nothing; it is the only child;
 *   <li><code>{attestation_id#}</code> takes digits only, and stands before a parameter that takes anything.
 * </ul>
 *
 * <p>Where the grammar ends, so does the knowledge which segments are names. A word is then still believed to be one when no
 * identifier can stand there: behind a literal or a number or hash. Everything else becomes <code>{id}</code>, because a
 * wrongly cut file, branch or user name must not reach a record.
 */
final class PathGrammar {
    /** A template grows no longer by what is not in the grammar; the longest published one has 119 characters. */
    private static final int MAX_LENGTH = 200;

    private final StringBuilder out;
    private final String grammar;
    private final PathSegments path;

    private PathGrammar(StringBuilder out, String grammar, PathSegments path) {
        this.out = out;
        this.grammar = grammar;
        this.path = path;
    }

    /** Appends the template of the segments from {@code index} on; null stands for no grammar at all. */
    static void append(StringBuilder out, @Nullable String grammar, PathSegments path, int index) {
        new PathGrammar(out, grammar == null ? "" : grammar, path).walk(index);
    }

    private void walk(int from) {
        int level = 0;
        int index = from;
        boolean behindName = true;
        while (index < path.count()) {
            int child = level < 0 ? -1 : find(level, index);
            if (child < 0) {
                fold(index, behindName || path.isNumberOrHash(index - 1));
                return;
            }
            int end = tokenEnd(child);
            level = children(end);
            index = mayBeLong(child, end) ? indexBehind(level, index) : index + 1;
            behindName = grammar.charAt(child) != '{';
            name(child, end);
        }
        if (level >= 0) {
            optional(level);
        }
    }

    /** A parameter that may be empty belongs to the endpoint even when it is. */
    private void optional(int level) {
        int end = tokenEnd(level);
        if (end > level && mark(end) == '*') {
            name(level, end);
        }
    }

    private void name(int token, int end) {
        char mark = mark(end);
        if (mark == '+' || mark == '*' || mark == '#') {
            out.append('/').append(grammar, token, end - 2).append('}');
        } else {
            out.append('/').append(grammar, token, end);
        }
    }

    private void fold(int from, boolean believed) {
        boolean nameFollows = believed;
        for (int i = from; i < path.count(); i++) {
            if (out.length() > MAX_LENGTH) {
                out.append("/{rest}");
                return;
            }
            if (nameFollows && path.isWord(i)) {
                path.appendTo(out, i);
            } else {
                out.append("/{id}");
            }
            nameFollows = path.isNumberOrHash(i);
        }
        if (path.isCut()) {
            out.append("/{rest}");
        }
    }

    /** The first index behind a parameter of several segments that starts at {@code index}. */
    private int indexBehind(int level, int index) {
        if (level >= 0 && !path.isCut()) {
            for (int i = index + 1; i < path.count(); i++) {
                if (isComplete(level, i)) {
                    return i;
                }
            }
        }
        return path.count();
    }

    private boolean isComplete(int from, int fromIndex) {
        int level = from;
        for (int i = fromIndex; i < path.count(); i++) {
            int child = level < 0 ? -1 : find(level, i);
            if (child < 0) {
                return false;
            }
            int end = tokenEnd(child);
            if (mayBeLong(child, end)) {
                return true;
            }
            level = children(end);
        }
        return true;
    }

    /** Where the child for a segment starts among those that start at {@code level}; -1 for none. */
    private int find(int level, int index) {
        char first = path.firstChar(index);
        int length = grammar.length();
        for (int at = level; at < length; at = next(at)) {
            char c = grammar.charAt(at);
            if (c == ')') {
                break;
            }
            if (c == '{') {
                if (mark(tokenEnd(at)) != '#' || path.isNumber(index)) {
                    return at;
                }
            } else if (c == first && path.is(index, grammar, at, tokenEnd(at))) {
                return at;
            }
        }
        return -1;
    }

    /** Where the children of a token that ends at {@code end} start; -1 for none. */
    private int children(int end) {
        return end < grammar.length() && grammar.charAt(end) == '(' ? skipBlanks(end + 1) : -1;
    }

    /** Where the sibling behind the child at {@code start} starts, or what ends them. */
    private int next(int start) {
        int depth = 0;
        int at = start;
        for (int length = grammar.length(); at < length; at++) {
            char c = grammar.charAt(at);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                if (depth-- == 0) {
                    return at;
                }
            } else if (c <= ' ' && depth == 0) {
                return skipBlanks(at);
            }
        }
        return at;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < grammar.length() && grammar.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private int tokenEnd(int start) {
        int at = start;
        while (at < grammar.length()) {
            char c = grammar.charAt(at);
            if (c <= ' ' || c == '(' || c == ')') {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean mayBeLong(int token, int end) {
        char mark = mark(end);
        return grammar.charAt(token) == '{' && (mark == '+' || mark == '*');
    }

    /** The character before a parameter's closing brace; that of a literal means nothing. */
    private char mark(int end) {
        return end < 2 ? ' ' : grammar.charAt(end - 2);
    }
}
