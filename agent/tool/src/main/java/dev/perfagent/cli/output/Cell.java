package dev.perfagent.cli.output;

/**
 * One cell of a table.
 *
 * @param text as it comes; the table makes it safe
 */
public record Cell(String text, Style style) {
    public static Cell of(String text) {
        return new Cell(text, Style.PLAIN);
    }
}
