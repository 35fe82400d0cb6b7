package dev.perfagent.cli.output;

import dev.perfagent.cli.output.Table.Column;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A document in GitHub's Markdown, for a comment or a job summary. */
public final class DocumentMarkdown implements Layout {
    /** What Markdown or the HTML in it would take for markup. */
    private static final String MARKUP = "\\`*_{}[]<>#|~&@!";

    private static final Set<String> ABBREVIATIONS = Set.of("API", "CPU", "GC", "ID", "JVM");

    /** Begins and ends code; made longer where the code has it in it. */
    private static final String FENCE = "```";

    private final StringBuilder text = new StringBuilder();
    private boolean inList;

    private DocumentMarkdown() {}

    public static void write(Document document, Output out) {
        DocumentMarkdown markdown = new DocumentMarkdown();
        document.layOut(markdown);
        out.file(markdown.text.toString());
    }

    @Override
    public void title(String title) {
        begin(false);
        line("# " + safe(title));
    }

    @Override
    public void section(String heading, Style style) {
        begin(false);
        line(heading.isEmpty() ? "---" : "## " + safe(heading));
    }

    @Override
    public void entry(String label, String value, Style style) {
        begin(true);
        String name = safe(label.strip());
        line("- " + (name.isEmpty() ? "" : "**" + name + "**: ") + safe(value));
    }

    @Override
    public void paragraph(String paragraph, Style style) {
        begin(false);
        line(safe(paragraph));
    }

    @Override
    public void item(String item, Style style) {
        begin(true);
        line("- " + safe(item));
    }

    @Override
    public void detail(String detail, Style style) {
        begin(true);
        line("  - " + safe(detail));
    }

    @Override
    public void code(String label, List<String> lines) {
        String in = "";
        if (!label.isEmpty()) {
            begin(true);
            line("- **" + safe(label) + "**:");
            in = "  ";
        }
        begin(false);
        String fence = FENCE;
        while (lines.toString().contains(fence)) {
            fence += "`";
        }
        line(in + fence + "text");
        for (String line : lines) {
            line(in + SafeText.text(line));
        }
        line(in + fence);
        inList = !label.isEmpty();
    }

    @Override
    public void table(List<Column> columns, List<List<Cell>> rows) {
        begin(false);
        row(columns.stream().map(column -> capitalized(column.title())).toList());
        row(columns.stream().map(column -> column.right() ? "---:" : "---").toList());
        for (List<Cell> cells : rows) {
            row(cells.stream().map(cell -> safe(cell.text())).toList());
        }
    }

    @Override
    public void notes(List<String> texts) {
        begin(false);
        line(texts.stream().map(DocumentMarkdown::safe).collect(Collectors.joining("  \n")));
    }

    /** A blank line, but between the items of a list. */
    private void begin(boolean ofList) {
        if (text.length() > 0 && !(ofList && inList)) {
            line("");
        }
        inList = ofList;
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
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

    private void line(String line) {
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
