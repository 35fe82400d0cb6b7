package dev.perfagent.cli.output;

import dev.perfagent.cli.output.Table.Column;
import java.util.ArrayList;
import java.util.List;

/** Text in sections for a terminal: headings, labelled values, tables, wrapped paragraphs. */
final class Page implements Layout {
    private static final int INDENT = 2;
    private static final int BELOW_INDENT = 4;
    private static final int LABEL_WIDTH = 14;

    /** Deeper than this, what was printed elsewhere is not moved in. */
    private static final int MOST_CODE_INDENT = 8;

    private final Screen screen;
    private final List<String> lines = new ArrayList<>();
    private int indent;

    Page(Screen screen) {
        this.screen = screen;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void title(String text) {
        lines.add(screen.styled(Columns.cutMiddle(screen.safe(text), screen.width(), screen.cutMark()), Style.HEADING));
    }

    @Override
    public void section(String heading, Style style) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        if (!heading.isEmpty()) {
            wrap("", 0, heading, style);
        }
        indent = heading.isEmpty() ? 0 : INDENT;
    }

    @Override
    public void entry(String label, String value, Style style) {
        String name = screen.safe(label);
        String shown = Columns.of(name) <= LABEL_WIDTH
                ? Columns.fit(name, LABEL_WIDTH, false, "")
                : Columns.cutMiddle(name, screen.width() / 2, screen.cutMark());
        String first = " ".repeat(INDENT) + shown + " ";
        wrap(first, INDENT + LABEL_WIDTH + 1, value, style);
    }

    @Override
    public void paragraph(String text, Style style) {
        paragraph(indent, text, style);
    }

    @Override
    public void item(String text, Style style) {
        paragraph(indent, text, style);
    }

    @Override
    public void detail(String text, Style style) {
        paragraph(indent + INDENT, text, style);
    }

    @Override
    public void code(String label, List<String> code) {
        String name = label;
        for (String line : code) {
            if (label.isEmpty()) {
                int own = line.length() - line.stripLeading().length();
                paragraph(indent + Math.min(MOST_CODE_INDENT, own), line, Style.PLAIN);
            } else {
                entry(name, line, Style.PLAIN);
                name = "";
            }
        }
    }

    @Override
    public void table(List<Column> columns, List<List<Cell>> rows) {
        Table table = new Table(
                screen, columns.stream().filter(column -> !column.below()).toArray(Column[]::new));
        for (List<Cell> row : rows) {
            table.row(cells(columns, row, false).toArray(Cell[]::new));
        }
        List<String> laidOut = table.lines(indent);
        lines.add(laidOut.get(0));
        for (int i = 0; i < rows.size(); i++) {
            lines.add(laidOut.get(i + 1));
            for (Cell below : cells(columns, rows.get(i), true)) {
                if (!below.text().isEmpty()) {
                    paragraph(indent + BELOW_INDENT, below.text(), below.style());
                }
            }
        }
    }

    private static List<Cell> cells(List<Column> columns, List<Cell> row, boolean below) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (columns.get(i).below() == below) {
                cells.add(row.get(i));
            }
        }
        return cells;
    }

    @Override
    public void notes(List<String> texts) {
        texts.forEach(text -> paragraph(indent, text, Style.FAINT));
    }

    private void paragraph(int columns, String text, Style style) {
        wrap(" ".repeat(columns), columns, text, style);
    }

    private void wrap(String first, int hanging, String text, Style style) {
        String start = first;
        for (String part :
                Wrap.lines(screen.safe(text), screen.width() - Columns.of(first), screen.width() - hanging)) {
            lines.add(start + screen.styled(part, style));
            start = " ".repeat(hanging);
        }
    }
}
