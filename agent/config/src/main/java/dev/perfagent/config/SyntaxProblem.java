package dev.perfagent.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * A parser's exception as one line with the right position. Jackson's own location is the end of the last good token, which
 * is often one line too early, and its message contains the source. The engine below Jackson knows better, so its exception
 * is used first.
 */
final class SyntaxProblem {
    private SyntaxProblem() {}

    static UnreadableException of(RuntimeException failure, String text) {
        Throwable cause = failure.getCause();
        if (cause instanceof MarkedYamlEngineException marked) {
            return ofMark(marked, text);
        }
        if (cause instanceof ReaderException reader) {
            return new UnreadableException(
                    positionOf(text, reader.getPosition()),
                    "not valid YAML: the control character U+" + hex(reader.getCodePoint()));
        }
        Position position = Position.START;
        String message = failure.getMessage();
        if (failure instanceof JacksonException jackson) {
            TokenStreamLocation location = jackson.getLocation();
            if (location != null && location.getLineNr() > 0) {
                position = new Position(location.getLineNr(), Math.max(1, location.getColumnNr()));
            }
            message = jackson.getOriginalMessage();
        }
        if (message != null && message.startsWith("Expected a property name")) {
            message = "a key must be a single text";
        }
        return new UnreadableException(position, "not valid YAML: " + Quoted.line(message == null ? "?" : message));
    }

    private static UnreadableException ofMark(MarkedYamlEngineException marked, String text) {
        Mark at = either(marked.getProblemMark(), marked.getContextMark());
        Position position = at == null ? Position.START : new Position(at.getLine() + 1, at.getColumn() + 1);
        String problem = marked.getProblem() == null ? "?" : marked.getProblem();
        if (at != null && isTab(text, at)) {
            return new UnreadableException(position, "not valid YAML: a tab cannot indent; use spaces");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            problem = "a second ':' in one value; quote the value, or check the indentation";
        }
        StringBuilder message = new StringBuilder("not valid YAML: ").append(Quoted.line(withoutAdvice(problem)));
        String context = marked.getContext();
        Mark began = either(marked.getContextMark(), Optional.empty());
        if (context != null && began != null) {
            message.append(", ").append(Quoted.line(context)).append(" that starts at line ");
            message.append(began.getLine() + 1).append(", column ").append(began.getColumn() + 1);
        }
        return new UnreadableException(position, message.toString());
    }

    /** The engine advises against any character that it met at the indentation, which is only right for tabs. */
    private static String withoutAdvice(String problem) {
        int advice = problem.indexOf(". (Do not use");
        return advice < 0 ? problem : problem.substring(0, advice);
    }

    private static boolean isTab(String text, Mark at) {
        int position = offset(text, at.getIndex());
        return position < text.length() && text.charAt(position) == '\t';
    }

    private static @Nullable Mark either(Optional<Mark> first, Optional<Mark> second) {
        return first.isPresent() ? first.get() : second.isPresent() ? second.get() : null;
    }

    private static Position positionOf(String text, int codePoints) {
        int end = offset(text, codePoints);
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, text.codePointCount(lineStart, end) + 1);
    }

    private static int offset(String text, int codePoints) {
        if (codePoints < 0 || codePoints > text.codePointCount(0, text.length())) {
            return text.length();
        }
        return text.offsetByCodePoints(0, codePoints);
    }

    private static String hex(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT);
        return "0000".substring(Math.min(4, digits.length())) + digits;
    }
}
