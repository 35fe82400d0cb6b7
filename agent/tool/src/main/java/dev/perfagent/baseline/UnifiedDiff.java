package dev.perfagent.baseline;

import java.util.ArrayList;
import java.util.List;

/** Changes of a text as a unified diff, which {@code patch} and people can read. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final List<String> old;
    private final List<Row> rows = new ArrayList<>();

    private UnifiedDiff(String text, List<TextEdit> splices) {
        old = text.isEmpty() ? List.of() : lines(text);
        int start = 0;
        int next = 0;
        for (int i = 0; i < old.size(); i++) {
            int end = start + old.get(i).length();
            int first = next;
            boolean last = i == old.size() - 1;
            while (next < splices.size() && (splices.get(next).from() < end || last)) {
                next++;
            }
            changeLine(old.get(i), start, splices.subList(first, next));
            start = end;
        }
        for (TextEdit splice : splices.subList(next, splices.size())) {
            lines(splice.text()).forEach(line -> rows.add(new Row('+', line)));
        }
    }

    /** The diff; empty when nothing changes. */
    static String of(String name, String text, List<TextEdit> splices) {
        return splices.isEmpty() ? "" : new UnifiedDiff(text, splices).unified(name);
    }

    private void changeLine(String line, int start, List<TextEdit> splices) {
        if (splices.isEmpty()) {
            rows.add(new Row(' ', line));
            return;
        }
        StringBuilder changed = new StringBuilder();
        int at = 0;
        for (TextEdit splice : splices) {
            changed.append(line, at, splice.from() - start).append(splice.text());
            at = splice.to() - start;
        }
        List<String> after = lines(changed.append(line, at, line.length()).toString());
        int same = after.indexOf(line);
        if (same < 0) {
            rows.add(new Row('-', line));
        }
        for (int i = 0; i < after.size(); i++) {
            rows.add(new Row(i == same ? ' ' : '+', after.get(i)));
        }
    }

    private String unified(String name) {
        StringBuilder diff = new StringBuilder("--- ")
                .append(name)
                .append("\n+++ ")
                .append(name)
                .append('\n');
        int from = 0;
        while (from < rows.size()) {
            int first = nextChange(from);
            if (first == rows.size()) {
                break;
            }
            int last = first;
            for (int next = nextChange(first + 1); next < rows.size() && next - last <= 2 * CONTEXT; ) {
                last = next;
                next = nextChange(next + 1);
            }
            int end = Math.min(rows.size(), last + 1 + CONTEXT);
            hunk(Math.max(from, first - CONTEXT), end, diff);
            from = end;
        }
        return diff.toString();
    }

    private void hunk(int from, int to, StringBuilder diff) {
        List<Row> hunk = rows.subList(from, to);
        diff.append("@@ -")
                .append(range(from, hunk, '+'))
                .append(" +")
                .append(range(from, hunk, '-'))
                .append(" @@\n");
        for (Row row : hunk) {
            String line = row.line().endsWith("\n") ? row.line() : row.line() + "\n\\ No newline at end of file\n";
            diff.append(row.mark()).append(line);
        }
    }

    /** Beginning and length on the side that has no such marks. */
    private String range(int from, List<Row> hunk, char other) {
        long before = rows.subList(0, from).stream()
                .filter(row -> row.mark() != other)
                .count();
        long length = hunk.stream().filter(row -> row.mark() != other).count();
        return (length == 0 ? before : before + 1) + "," + length;
    }

    private int nextChange(int from) {
        int at = from;
        while (at < rows.size() && rows.get(at).mark() == ' ') {
            at++;
        }
        return at;
    }

    /** With what ends them. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }

    private record Row(char mark, String line) {}
}
