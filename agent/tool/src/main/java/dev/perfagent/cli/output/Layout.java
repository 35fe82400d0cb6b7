package dev.perfagent.cli.output;

import dev.perfagent.cli.output.Table.Column;
import java.util.List;

/** A form in which a document is written. It gets the parts in order and makes their texts safe for its readers. */
interface Layout {
    void title(String text);

    /** What follows belongs together. Without a heading it only stands apart from what is above. */
    void section(String heading, Style style);

    void entry(String label, String value, Style style);

    void paragraph(String text, Style style);

    /** One of a list. */
    void item(String text, Style style);

    /** More about the item above. */
    void detail(String text, Style style);

    /** Lines as they are typed or were printed. The label may be empty. */
    void code(String label, List<String> lines);

    void table(List<Column> columns, List<List<Cell>> rows);

    /** What helps to read the section above. */
    void notes(List<String> texts);
}
