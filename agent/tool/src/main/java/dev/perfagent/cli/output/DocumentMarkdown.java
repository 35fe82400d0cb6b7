package dev.perfagent.cli.output;

import dev.perfagent.cli.output.Document.Entry;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A document in GitHub's Markdown, for a comment or a job summary. */
public final class DocumentMarkdown {
    /** What Markdown or the HTML in it would take for markup. */
    private static final String MARKUP = "\\`*_{}[]<>#|~&@!";

    private static final Set<String> ABBREVIATIONS = Set.of("API", "GC", "ID", "JVM");

    private DocumentMarkdown() {}

    public static void write(Document document, Output out) {
        StringBuilder text = new StringBuilder();
        line(text, "# " + safe(document.title()));
        for (Section section : document.sections()) {
            if (!section.isEmpty()) {
                add(section, text);
            }
        }
        out.file(text.toString());
    }

    private static void add(Section section, StringBuilder text) {
        line(text, "");
        line(text, "## " + safe(section.heading()));
        line(text, "");
        for (Entry entry : section.entries()) {
            line(text, "- **" + safe(entry.label()) + "**: " + safe(entry.value()));
        }
        if (!section.rows().isEmpty()) {
            table(section, text);
        }
        if (!section.notes().isEmpty()) {
            line(text, "");
            line(text, section.notes().stream().map(DocumentMarkdown::safe).collect(Collectors.joining("  \n")));
        }
    }

    private static void table(Section section, StringBuilder text) {
        List<Column> columns = section.columns();
        if (!section.entries().isEmpty()) {
            line(text, "");
        }
        row(text, columns.stream().map(column -> capitalized(column.title())).toList());
        row(
                text,
                columns.stream().map(column -> column.right() ? "---:" : "---").toList());
        for (List<Cell> cells : section.rows()) {
            row(text, cells.stream().map(cell -> safe(cell.text())).toList());
        }
    }

    private static void row(StringBuilder text, List<String> cells) {
        line(text, "| " + String.join(" | ", cells) + " |");
    }

    /** {@code GC TIME} as {@code GC time}: nobody shouts in prose. */
    private static String capitalized(String title) {
        StringBuilder words = new StringBuilder();
        for (String word : title.strip().split(" ", -1)) {
            boolean first = words.length() == 0;
            String small = word.toLowerCase(Locale.ROOT);
            String plain = first && !small.isEmpty() ? word.charAt(0) + small.substring(1) : small;
            words.append(first ? "" : " ").append(ABBREVIATIONS.contains(word) ? word : plain);
        }
        return words.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    /** Foreign text that stays text: nothing a terminal obeys, no markup, no mention of somebody. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        SafeText.text(text).codePoints().forEach(c -> {
            if (c == '<' || c == '>' || c == '&' || c == '@' || c == '|') {
                safe.append("&#").append(c).append(';');
            } else if (c < 0x7f && MARKUP.indexOf(c) >= 0) {
                safe.append('\\').append((char) c);
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
