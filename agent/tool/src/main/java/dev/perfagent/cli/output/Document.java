package dev.perfagent.cli.output;

import dev.perfagent.cli.output.Table.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report says, section by section, before it is laid out as text or Markdown. Its texts are as they come; whoever lays
 * it out makes them safe.
 */
public final class Document {
    private final String title;
    private final List<Section> sections = new ArrayList<>();

    public Document(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    /** Begins a section; one that stays without content is left out. */
    public Section section(String heading) {
        Section section = new Section(heading);
        sections.add(section);
        return section;
    }

    /** A heading with labelled values, a table, paragraphs and notes below. */
    public static final class Section {
        private final String heading;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Column> columns = new ArrayList<>();
        private final List<List<Cell>> rows = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private Section(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }

        List<Entry> entries() {
            return entries;
        }

        public List<Column> columns() {
            return columns;
        }

        public List<List<Cell>> rows() {
            return rows;
        }

        List<String> notes() {
            return notes;
        }

        public boolean isEmpty() {
            return entries.isEmpty() && rows.isEmpty();
        }

        /** A labelled value; nothing when the value is empty. */
        public void entry(String label, String value) {
            if (!value.isEmpty()) {
                entries.add(new Entry(label, value, Style.PLAIN));
            }
        }

        public void entry(String label, String value, Style style) {
            if (!value.isEmpty()) {
                entries.add(new Entry(label, value, style));
            }
        }

        public void columns(Column... titles) {
            columns.addAll(List.of(titles));
        }

        public void row(Cell... cells) {
            rows.add(List.of(cells));
        }

        /** Told below the section, when it has content; each once. */
        public void note(String text) {
            if (!notes.contains(text)) {
                notes.add(text);
            }
        }
    }

    record Entry(String label, String value, Style style) {}
}
