package dev.perfagent.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words, and inside a word that is longer than a line. */
final class Wrap {
    private Wrap() {}

    static List<String> lines(String text, int firstWidth, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int room = firstWidth;
        for (String word : text.strip().split(" ", -1)) {
            if (line.length() > 0 && Columns.of(line.toString()) + 1 + Columns.of(word) > room) {
                lines.add(line.toString());
                line.setLength(0);
                room = width;
            }
            line.append(line.length() > 0 ? " " : "").append(word);
            while (Columns.of(line.toString()) > room) {
                String cut = Columns.cut(line.toString(), room, "");
                String head = cut.isEmpty() ? Columns.pieces(line.toString()).get(0) : cut;
                if (head.length() == line.length()) {
                    break;
                }
                lines.add(head);
                line.delete(0, head.length());
                room = width;
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
