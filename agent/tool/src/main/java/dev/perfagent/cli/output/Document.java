package dev.perfagent.cli.output;

import dev.perfagent.cli.output.Table.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command shows to people, before it is laid out as text or Markdown: a title, and sections of labelled values, tables,
 * paragraphs, lists and code. Its texts are as they come; the layout makes them safe.
 */
public final class Document {
    private final String title;
    private final Section opening = new Section("", Style.PLAIN);
    private final List<Section> sections = new ArrayList<>();

    /** One without a title. */
    public Document() {
        this("");
    }

    public Document(String title) {
        this.title = title;
    }

    /** What stands below the title, before the first section. */
    public Section opening() {
        return opening;
    }

    /** Begins a section; one that stays without content is left out. */
    public Section section(String heading) {
        return section(heading, Style.HEADING);
    }

    public Section section(String heading, Style style) {
        Section section = new Section(heading, style);
        sections.add(section);
        return section;
    }

    /** Begins what stands apart from the sections above and has no heading. */
    public Section closing() {
        return section("");
    }

    void layOut(Layout layout) {
        if (!title.isEmpty()) {
            layout.title(title);
        }
        opening.layOut(layout);
        for (Section section : sections) {
            if (!section.isEmpty()) {
                layout.section(section.heading, section.style);
                section.layOut(layout);
            }
        }
    }

    /** A heading with blocks below, in the order in which they were added, and notes below those. */
    public static final class Section {
        private final String heading;
        private final Style style;
        private final List<Block> blocks = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private List<List<Cell>> rows = new ArrayList<>();

        private Section(String heading, Style style) {
            this.heading = heading;
            this.style = style;
        }

        public boolean isEmpty() {
            return blocks.stream().allMatch(Block::isEmpty);
        }

        /** A labelled value; nothing when the value is empty. */
        public void entry(String label, String value) {
            entry(label, value, Style.PLAIN);
        }

        public void entry(String label, String value, Style style) {
            if (!value.isEmpty()) {
                blocks.add(new Entry(label, value, style));
            }
        }

        public void paragraph(String text, Style style) {
            blocks.add(new Paragraph(text, style));
        }

        /** One of a list. */
        public void item(String text, Style style) {
            blocks.add(new Item(text, style));
        }

        /** More about the item above. */
        public void detail(String text, Style style) {
            blocks.add(new Detail(text, style));
        }

        /** Lines as they are typed or were printed. */
        public void code(String label, List<String> lines) {
            blocks.add(new Code(label, List.copyOf(lines)));
        }

        /** Begins a table, which is left out as long as it has no rows. */
        public void columns(Column... columns) {
            rows = new ArrayList<>();
            blocks.add(new Grid(List.of(columns), rows));
        }

        /** A row of the table that was begun last. */
        public void row(Cell... cells) {
            rows.add(List.of(cells));
        }

        public void row(String... texts) {
            Cell[] cells = new Cell[texts.length];
            for (int i = 0; i < texts.length; i++) {
                cells[i] = Cell.of(texts[i]);
            }
            row(cells);
        }

        /** Shown below the section, when it has content; each once. */
        public void note(String text) {
            if (!notes.contains(text)) {
                notes.add(text);
            }
        }

        private void layOut(Layout layout) {
            for (Block block : blocks) {
                if (!block.isEmpty()) {
                    block.layOut(layout);
                }
            }
            if (!notes.isEmpty()) {
                layout.notes(notes);
            }
        }
    }

    /** A part of a section. */
    private interface Block {
        void layOut(Layout layout);

        default boolean isEmpty() {
            return false;
        }
    }

    private record Entry(String label, String value, Style style) implements Block {
        @Override
        public void layOut(Layout layout) {
            layout.entry(label, value, style);
        }
    }

    private record Paragraph(String text, Style style) implements Block {
        @Override
        public void layOut(Layout layout) {
            layout.paragraph(text, style);
        }
    }

    private record Item(String text, Style style) implements Block {
        @Override
        public void layOut(Layout layout) {
            layout.item(text, style);
        }
    }

    private record Detail(String text, Style style) implements Block {
        @Override
        public void layOut(Layout layout) {
            layout.detail(text, style);
        }
    }

    private record Code(String label, List<String> lines) implements Block {
        @Override
        public void layOut(Layout layout) {
            layout.code(label, lines);
        }

        @Override
        public boolean isEmpty() {
            return lines.isEmpty();
        }
    }

    private record Grid(List<Column> columns, List<List<Cell>> rows) implements Block {
        @Override
        public void layOut(Layout layout) {
            layout.table(columns, rows);
        }

        @Override
        public boolean isEmpty() {
            return rows.isEmpty();
        }
    }
}
