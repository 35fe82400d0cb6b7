package dev.perfagent.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Text in sections: headings, labelled values, tables, wrapped paragraphs. A section without content is left out. */
public final class Page {
    private static final int INDENT = 2;
    private static final int LABEL_WIDTH = 14;

    private final Screen screen;
    private final List<String> lines = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();

    public Page(Screen screen) {
        this.screen = screen;
    }

    public void title(String text) {
        lines.add(screen.styled(Columns.cutMiddle(screen.safe(text), screen.width(), screen.cutMark()), Style.HEADING));
    }

    /** Begins a section; its heading appears with the first line in it. */
    public void section(String heading) {
        pending.clear();
        if (!lines.isEmpty()) {
            pending.add("");
        }
        pending.add(screen.styled(screen.safe(heading), Style.HEADING));
    }

    /** A labelled value, wrapped; nothing when the value is empty. */
    public void entry(String label, String value) {
        entry(label, value, Style.PLAIN);
    }

    public void entry(String label, String value, Style style) {
        if (value.isEmpty()) {
            return;
        }
        String name = screen.safe(label);
        String shown = Columns.of(name) <= LABEL_WIDTH
                ? Columns.fit(name, LABEL_WIDTH, false, "")
                : Columns.cutMiddle(name, screen.width() / 2, screen.cutMark());
        String first = " ".repeat(INDENT) + shown + " ";
        wrap(first, INDENT + LABEL_WIDTH + 1, value, style);
    }

    /** A paragraph, wrapped, that far in. */
    public void paragraph(int indent, String text, Style style) {
        wrap(" ".repeat(indent), indent, text, style);
    }

    public void table(Table table) {
        if (!table.isEmpty()) {
            table.lines(INDENT).forEach(this::add);
        }
    }

    /** A line that is laid out already. */
    public void line(String line) {
        add(line);
    }

    public void blank() {
        lines.add("");
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public void writeTo(Output out) {
        lines.forEach(out::line);
    }

    private void wrap(String first, int hanging, String text, Style style) {
        String start = first;
        for (String part :
                Wrap.lines(screen.safe(text), screen.width() - Columns.of(first), screen.width() - hanging)) {
            add(start + screen.styled(part, style));
            start = " ".repeat(hanging);
        }
    }

    private void add(String line) {
        lines.addAll(pending);
        pending.clear();
        lines.add(line);
    }
}
