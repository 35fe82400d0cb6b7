package dev.perfagent.cli.output;

import dev.perfagent.cli.output.Document.Entry;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import java.util.List;

/** A document on a terminal or in a pipe. */
public final class DocumentPage {
    private static final int NOTE_INDENT = 2;

    private DocumentPage() {}

    public static void write(Document document, Output out) {
        Screen screen = out.screen();
        Page page = new Page(screen);
        page.title(document.title());
        for (Section section : document.sections()) {
            if (!section.isEmpty()) {
                add(section, page, screen);
            }
        }
        page.writeTo(out);
    }

    private static void add(Section section, Page page, Screen screen) {
        page.section(section.heading());
        for (Entry entry : section.entries()) {
            page.entry(entry.label(), entry.value(), entry.style());
        }
        Table table = new Table(screen, section.columns().toArray(Column[]::new));
        for (List<Cell> row : section.rows()) {
            table.row(row.toArray(Cell[]::new));
        }
        page.table(table);
        for (String note : section.notes()) {
            page.paragraph(NOTE_INDENT, note, Style.FAINT);
        }
    }
}
